const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The suites that take longest, the longest first; all others take less than two seconds, but for the corpora, which come out as they are.
 * Every second one is in the same process: there those of the cases share what they were given.
 */
const LONG = [
  'package/output-modes', 'package/getting-started', 'package/infra-repo', 'package/validation-plugin',
  'conformance/operator', 'checks/pages', 'checks/pod-refusals/refusals', 'convert/sample', 'every-prop', 'yaml/limits', 'cli/upgrade-plan',
  'conformance/findings', 'seams/ways', 'graph/pictures', 'constructs/stale-facts', 'cli/diff', 'conformance/flow-definition', 'from-the-field/from-the-field',
  'constructs/cdk8s-plus', 'cli/reports/reports', 'checks/flow/definition-findings', 'convert/conversion', 'seams/command-line', 'seams/formats',
].map((name) => `test/${name}.test.ts`);

/** Shards that take about as long as each other: what takes long is dealt out, as the rest is. */
module.exports = class Halves extends Sequencer {
  shard(tests, { shardIndex, shardCount }) {
    const rank = ({ path, context }) => {
      const position = LONG.indexOf(relative(context.config.rootDir, path));
      return position < 0 ? LONG.length : position;
    };
    const sorted = [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
    return sorted.filter((_test, i) => i % shardCount === shardIndex - 1);
  }
};

const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The suites that take longest; all others take less than two seconds. Every second one is in the same process: there those of the cases share
 * what they were given, and of the corpora one takes as long as several.
 */
const LONG = [
  'package/output-modes', 'package/getting-started', 'package/infra-repo', 'package/validation-plugin',
  'conformance/operator', 'checks/pages', 'checks/pod-refusals/refusals', 'convert/sample', 'every-prop', 'yaml/limits', 'cli/upgrade-plan',
  'conformance/findings', 'seams/ways', 'graph/pictures', 'constructs/stale-facts', 'cli/diff', 'conformance/flow-definition', 'from-the-field/from-the-field',
  'constructs/cdk8s-plus', 'cli/reports/reports', 'checks/flow/definition-findings', 'convert/conversion', 'seams/command-line', 'seams/formats',
].map((name) => `test/${name}.test.ts`);
const LONG_CORPORA = [
  'convert/cases', 'cli/render', 'checks/pods/places', 'hostile/canaries', 'cli/standard-input', 'diff/conformance', 'yaml/limits', 'hostile/hostile',
  'checks/pod-refusals/constructs', 'cli/convert', 'convert/conversion', 'diff/edits', 'construction-order', 'conformance/operator',
].map((name) => `test/${name}.corpus.ts`);
const DEALT_OUT = [...LONG, ...LONG_CORPORA];

/** Shards that take about as long as each other: what takes long is dealt out, as the rest is. */
module.exports = class Halves extends Sequencer {
  shard(tests, { shardIndex, shardCount }) {
    const rank = ({ path, context }) => {
      const position = DEALT_OUT.indexOf(relative(context.config.rootDir, path));
      return position < 0 ? DEALT_OUT.length : position;
    };
    const sorted = [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
    return sorted.filter((_test, i) => i % shardCount === shardIndex - 1);
  }
};

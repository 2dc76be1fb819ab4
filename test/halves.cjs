const { relative } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The suites that take longest, the longest first; all others take less than two seconds, but for the corpora, which come out as they are. */
const LONG = [
  'package/output-modes', 'package/getting-started', 'package/infra-repo', 'package/validation-plugin',
  'conformance/operator', 'checks/pages', 'cli/upgrade-plan', 'pod-fields', 'graph/pictures', 'every-prop', 'cli/diff', 'seams/ways', 'constructs/stale-facts',
  'every-field', 'hostile/fuzz', 'seams/formats', 'diff/values', 'seams/command-line',
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

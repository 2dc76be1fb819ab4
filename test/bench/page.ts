import { Cost } from './measure';

export interface Bench {
  /** Each with what it is held against, and how much of that is allowed. */
  readonly rows: ReadonlyArray<{ readonly what: string; readonly floor: string; readonly most: string }>;
  readonly costs: ReadonlyMap<string, Cost>;
  readonly sizes: readonly number[];
  readonly machine: {
    readonly processor: string;
    readonly gigabytes: number;
    readonly node: string;
    readonly date: string;
    readonly commit: string;
    readonly runs: number;
  };
}

const seconds = ({ cpu: { min, median, max } }: Cost) => `${min.toFixed(2)} / ${median.toFixed(2)} / ${max.toFixed(2)}`;
const megabytes = ({ memory }: Cost) => memory === undefined ? 'not measured' : `${Math.round(memory / 2 ** 20)}`;

/** The rows, as Markdown. */
export function tableOf({ rows, costs }: Bench): string {
  const lines = rows.flatMap(({ what, floor, most }) => {
    const [own, held] = [costs.get(what), costs.get(floor)];
    if (!own || !held) return [];
    const ratio = own.cpu.median / held.cpu.median;
    return [[what, seconds(own), own.wall.median.toFixed(2), megabytes(own), floor, seconds(held), ratio.toFixed(1), most]];
  });
  const head = ['what', 'CPU seconds (min / median / max)', 'seconds', 'MB', 'held against', 'its CPU seconds', 'ratio', 'goal'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How the cost grows where the input doubles. */
export function growthOf({ sizes, costs }: Bench): string {
  return sizes.slice(1).map((size, i) => {
    const [before, after] = [costs.get(`check of ${sizes[i]}`), costs.get(`check of ${size}`)];
    return before && after ? `${sizes[i]} to ${size} custom resources: × ${(after.cpu.median / before.cpu.median).toFixed(1)}` : '';
  }).filter((line) => line !== '').map((line) => `* ${line}`).join('\n');
}

/** The page of the documentation. */
export function pageOf(bench: Bench): string {
  const { processor, gigabytes, node, date, commit, runs } = bench.machine;
  return `# What it costs

<!-- Written by "npm run bench -- --write". -->

Each row is a process of its own, from its start to its end, with what it is held against in the same run: the same objects as plain
\`ApiObject\`s of cdk8s, the parser of YAML alone, Node.js without a program. The seconds are those of the processor, ${runs} runs each; they depend on
the machine, the ratios hardly do. A synth of 20 × 5 is one of 20 namespaces with 5 workflows each, a chart each, checks on.

Measured on ${processor}, ${gigabytes} GB, Node.js ${node}, ${date}, commit ${commit}.

${tableOf(bench)}

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="performance-dark.svg">
  <img alt="CPU seconds of check by the number of custom resources, with those of the parser of YAML" src="performance-light.svg">
</picture>

## How it grows

${growthOf(bench)}

How much work is done where an input doubles is counted in \`test/growth\`, for each dimension in which it can grow.

## What dominates

\`node --cpu-prof lib/src/cli/main.js check …\` shows it. Of the time of \`check\` of 1,000 custom resources about two thirds are the checks, of which
half are those of the definitions; a quarter is reading and the schema of the CRD, of which the reader of YAML is a third; a tenth is loading the
code. Of a synth a third are the checks, a fifth the schema of the CRD with cdk8s' own writing of each custom resource, a sixth is cdk8s writing
YAML, and a tenth is loading the code.
`;
}

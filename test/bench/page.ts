import { Cost } from './measure';
import { OURS, Shares } from './profile';

/** Something with what it is held against, and how much of that is allowed: so many times as much, or milliseconds more; and how much memory. */
export interface Row {
  readonly what: string;
  readonly floor: string;
  readonly most?: { readonly times?: number; readonly megabytes?: number } | { readonly more: number };
}

export interface Bench {
  readonly rows: readonly Row[];
  readonly costs: ReadonlyMap<string, Cost>;
  /** Of rows that miss their goal. */
  readonly profiles: ReadonlyMap<string, Shares>;
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
export function tableOf({ rows, costs }: Pick<Bench, 'rows' | 'costs'>): string {
  const lines = rows.flatMap(({ what, floor, most }) => {
    const [own, held] = [costs.get(what), costs.get(floor)];
    if (!own) return [];
    const ratio = held ? [seconds(held), (own.cpu.median / held.cpu.median).toFixed(2)] : ['not measured', ''];
    return [[what, seconds(own), own.wall.median.toFixed(2), megabytes(own), floor, ...ratio, goal(most)]];
  });
  return table(['what', 'CPU seconds (min / median / max)', 'seconds', 'MB', 'held against', 'its CPU seconds', 'ratio', 'goal'], lines);
}

function table(head: readonly string[], lines: ReadonlyArray<readonly string[]>): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function goal(most: Row['most']): string {
  if (most === undefined) return '';
  if ('more' in most) return `${most.more} ms more`;
  return [...most.times === undefined ? [] : [`${most.times}`], ...most.megabytes === undefined ? [] : [`${most.megabytes} MB`]].join(', ');
}

/** Whether something costs more than it may. */
export function isMissed({ what, floor, most }: Row, costs: Bench['costs']): boolean {
  const [own, held] = [costs.get(what), costs.get(floor)];
  if (!own || !held || most === undefined) return false;
  if ('more' in most) return own.cpu.median > held.cpu.median + most.more / 1000;
  return own.cpu.median > (most.times ?? Infinity) * held.cpu.median || (own.memory ?? 0) > (most.megabytes ?? Infinity) * 2 ** 20;
}

/** Parts below this are not named. */
const LEAST_SHARE = 0.03;

/** Whose the time is of what costs more than it may, as Markdown. */
export function sharesTable({ profiles, costs }: Bench): string {
  return table(['what', 'threads of V8', 'this library', 'whose time the rest is'], [...profiles].map(([what, shares]) => {
    const beside = costs.get(what)?.beside ?? 0;
    const named = shares.filter(([, share]) => share >= LEAST_SHARE);
    const parts = [...named, ['others', 1 - sumOf(named)] as const].map(([who, share]) => `${who} ${percent(share)}`);
    return [what, percent(beside), percent((1 - beside) * sumOf(shares.filter(([who]) => who.startsWith(OURS)))), parts.join(', ')];
  }));
}

function sumOf(shares: Shares): number {
  return shares.reduce((sum, [, share]) => sum + share, 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
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
\`ApiObject\`s of cdk8s, the parser of YAML alone, Node.js without a program, and tools that do a part of it, where they are on the PATH: kubeconform
with the schemas of the CRDs and one worker, \`kustomize build\`, \`helm template\`. The seconds are those of the processor, ${runs} runs each, and three
times as many of what is over in a moment; they depend on the machine, the ratios hardly do. Rows of 5,000 and more, 200 × 5 and 1000 × 1 are run once.
A synth of 20 × 5 is one of 20 namespaces with 5 workflows each, a chart each, checks on.

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

Of what costs more than it may, a profile of one run says whose the time is (\`node --cpu-prof\` of the code before it is bundled). First comes the part
of the processor's time that V8 takes in threads of its own, where it compiles functions anew that are called often and collects garbage, then the
part that the program's thread spends in this library; last, whose the time of that thread is, by the packages and by the folders of \`src/\`. In a
synth \`yaml\` is what cdk8s writes with.

${sharesTable(bench)}
`;
}

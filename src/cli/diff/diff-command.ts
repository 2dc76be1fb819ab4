import { Command, Option } from 'commander';
import { list } from '../../findings/words';
import { OperatorName } from '../../values/operator/operator-releases';
import { knownOperator } from '../options/cluster-options';
import { addInputOptions, InputOptions, Run } from '../options/input-options';

export interface DiffOptions extends InputOptions {
  readonly from?: OperatorName;
  readonly to?: OperatorName;
  readonly live?: string;
  readonly corrections?: boolean;
  readonly exitZero?: boolean;
  readonly format: string;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow diff main/dist dist                            what a pull request changes in the cluster
  $ cdk8s-sonataflow diff --format markdown main/dist dist > comment.md
  $ cdk8s-sonataflow diff dist --from 10.1.0 --to 1.x               what another operator makes of the same files
  $ kubectl get deployments,services,configmaps,jobs -n shop -o yaml | cdk8s-sonataflow diff dist --live -

Exit status: 0 without a difference, 1 with one (with --exit-zero: 0), 2 for trouble: the input is refused, the operator would stop at it,
or the command is called wrongly.`;

export function addDiff(command: Command, run: Run<DiffOptions>): void {
  command
    .description('Compares what the operator makes of two things: of files before and after, of the same files with two operators, or of files with '
      + 'what is in a cluster. Says for each line that differs why, and what follows from it.')
    .addOption(new Option('--from <version>', 'operator of the first side (default: that of --operator)').argParser(knownOperator))
    .addOption(new Option('--to <version>', 'operator of the second side (default: that of --operator)').argParser(knownOperator))
    .option('--live <dump>', 'compare with what is in the cluster: output of kubectl get -o yaml in a file, or - for standard input')
    .option('--corrections', 'compare what render writes by default, for those who apply that; else what the operator makes, to the letter')
    .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'markdown', 'json']).default('text'))
    .option('--exit-zero', 'end with 0 where there is a difference, too');
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], options: DiffOptions) => {
      const problem = usageProblem(files, options);
      if (problem !== undefined) command.error(`error: ${problem}`);
      run(files, options);
    });
}

/** What is wrong with the way in which the command is called. */
function usageProblem(files: readonly string[], { from, to, live }: DiffOptions): string | undefined {
  if (files.length > 2) return `${files.length} paths; allowed: one with --from, --to or --live, or two to compare: ${list(files)}`;
  if ([...files, live].filter((file) => file === '-').length > 1) return 'standard input twice; allowed: once';
  if (live !== undefined && (from !== undefined || to !== undefined)) return '--live with --from or --to; allowed: --operator, the operator of the cluster';
  if (live !== undefined && files.length === 2) return 'two paths with --live; allowed: one';
  if (files.length === 1 && live === undefined && from === undefined && to === undefined) {
    return 'one path and nothing to compare it with; allowed: a second path, --from and --to, or --live';
  }
  return undefined;
}

import { Command, Option } from 'commander';
import { addInputOptions, InputOptions, Run } from './input-options';

export interface CheckOptions extends InputOptions {
  readonly format: string;
  readonly strict?: boolean;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow check dist/
  $ kubectl get sonataflow,sonataflowplatform,configmap,secret -o yaml | cdk8s-sonataflow check -
  $ cdk8s-sonataflow check --operator 1.x --strict --format json dist/ > findings.json

Exit status: 0, 1 when there are errors (with --strict: or warnings), 2 when the command is called wrongly.`;

export function addCheck(parent: Command, run: Run<CheckOptions>): void {
  const command = parent.command('check')
    .summary('find the mistakes in custom resources before the cluster does')
    .description('Finds what the API server refuses in the files, and what it accepts and the operator ignores, drops or contradicts.')
    .addOption(new Option('--format <format>', 'how findings are written').choices(['text', 'json']).default('text'))
    .option('--strict', 'warnings count as errors for the exit status');
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(run);
}

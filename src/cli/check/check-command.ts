import { Command, Option } from 'commander';
import { addInputOptions, InputOptions, Run } from '../options/input-options';

export const CHECK_FORMATS = ['text', 'json', 'github', 'sarif', 'markdown'] as const;

export interface CheckOptions extends InputOptions {
  readonly format: typeof CHECK_FORMATS[number];
  readonly strict?: boolean;
  readonly all?: boolean;
  readonly quiet?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow check dist/
  $ cdk8s-sonataflow check <(kustomize build overlays/prod)
  $ kubectl get sonataflow,sonataflowplatform,configmap,secret -o yaml | cdk8s-sonataflow check -
  $ cdk8s-sonataflow check --operator 1.x --strict --format json dist/ > findings.json
  $ cdk8s-sonataflow check --baseline known.json --write-baseline dist/   what is found today is known
  $ cdk8s-sonataflow check --baseline known.json --strict dist/           what is new fails

Exit status: 0, 1 when there are errors (with --strict: or warnings), 2 when the command is called wrongly.`;

export function addCheck(command: Command, run: Run<CheckOptions>): void {
  command
    .description('Finds what the API server refuses in the files, and what it accepts and the operator ignores, drops or contradicts.')
    .addOption(new Option('--format <format>', 'how findings are written').choices(CHECK_FORMATS).default('text'))
    .option('--all', 'as text: each finding, also where a rule has more than three')
    .option('--quiet', 'as text: errors only')
    .option('--strict', 'warnings count as errors for the exit status')
    .addOption(new Option('--no-strict').hideHelp())
    .option('--baseline <file>', 'what is found and in this file does not count; it knows rules, objects and fields, no lines')
    .option('--write-baseline', 'write what is found into the file of --baseline');
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], options: CheckOptions) => {
      if (options.writeBaseline && options.baseline === undefined) command.error('error: --write-baseline without --baseline FILE, which says where');
      run(files, options);
    });
}

import { Command, Option } from 'commander';
import { addInputOptions, InputOptions } from '../options/input-options';

export interface ConvertOptions extends InputOptions {
  readonly output: string;
  readonly language: 'typescript' | 'python';
  readonly only?: readonly string[];
  readonly dryRun?: boolean;
}

export interface InitOptions {
  readonly language: 'typescript' | 'python';
}

const CONVERT_EXAMPLES = `
Examples:
  $ cdk8s-sonataflow convert manifests/ -o infra
  $ kubectl get sonataflow,sonataflowplatform,configmap -A -o yaml | cdk8s-sonataflow convert - -o infra
  $ cdk8s-sonataflow convert dev/ prod/ -o infra --dry-run
  $ cdk8s-sonataflow convert my-workflow/ -o infra --language python

Exit status: 0, 1 when the input is refused (findings on stderr, nothing is written), 2 when the command is called wrongly.`;

const INIT_EXAMPLES = `
Examples:
  $ cdk8s-sonataflow init infra
  $ cdk8s-sonataflow init infra --language python

Exit status: 0, 1 when the directory cannot be written, 2 when the command is called wrongly.`;

const language = () => new Option('--language <language>', 'in which the program is written').choices(['typescript', 'python']).default('typescript');

export function addConvert(command: Command, run: (files: readonly string[], options: ConvertOptions) => void): void {
  addInputOptions(command)
    .description('Writes a repository with a cdk8s program that synthesizes the custom resources in the files, or a workflow of `kn workflow`. '
      + 'Directories with the same custom resources are environments: one program with the differences as arguments.')
    .requiredOption('-o, --output <dir>', 'the directory of the repository, which has to be empty')
    .addOption(language())
    .option('--only <names>', 'names of custom resources, separated by commas: the others are included as they are', (text: string) => text.split(','))
    .option('--dry-run', 'list the files, and write nothing')
    .addHelpText('after', CONVERT_EXAMPLES)
    .action(run);
}

export function addInit(command: Command, run: (directory: string, options: InitOptions) => void): void {
  command
    .description('Makes a new repository with a platform, its services and a workflow, as convert does it.')
    .argument('<dir>', 'the directory of the repository, which has to be empty')
    .addOption(language())
    .addHelpText('after', INIT_EXAMPLES)
    .action(run);
}

import { Command, InvalidArgumentError } from 'commander';
import { addInputOptions, InputOptions, Run } from '../options/input-options';

export interface RenderOptions extends InputOptions {
  readonly corrections: boolean;
  readonly output?: string;
  readonly prune?: boolean;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow render dist/                                   what the operator would create, as YAML
  $ kubectl get sonataflow,sonataflowplatform -o yaml | cdk8s-sonataflow render -
  $ cdk8s-sonataflow render --operator 1.x --no-corrections orders.yaml
  $ cdk8s-sonataflow render -o rendered/ --prune dist/              what is rendered, and nothing else
  $ cdk8s-sonataflow render -o rendered/ --image dev-mode=registry.example.org/dev:1 dist/

Exit status: 0, 1 when the input is refused (findings on stderr, nothing on stdout), 2 when the command is called wrongly.`;

function parseDirectory(text: string): string {
  if (text === '') throw new InvalidArgumentError('allowed: the path of a directory');
  return text;
}

export function addRender(command: Command, run: Run<RenderOptions>): void {
  command
    .description('Writes the Kubernetes objects that the operator would create of the custom resources in the files; by default corrected, for those who '
      + 'apply them without the operator: what does not work is written as it was meant.')
    .option('--no-corrections', 'to the letter, also what the API server refuses or what does not work')
    .option('-o, --output <dir>', 'write a file for each object into this directory instead of stdout', parseDirectory)
    .option('--prune', 'remove from that directory the files of objects that are not rendered any more: those that are named as render names them');
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], options: RenderOptions) => {
      if (options.prune && options.output === undefined) command.error('error: --prune without --output DIR, which says where');
      run(files, options);
    });
}

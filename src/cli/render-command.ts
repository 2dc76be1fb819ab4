import { Command, InvalidArgumentError } from 'commander';
import { addInputOptions, InputOptions, Run } from './input-options';

export interface RenderOptions extends InputOptions {
  readonly corrections: boolean;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow render dist/                                   what the operator would create, as YAML
  $ kubectl get sonataflow,sonataflowplatform -o yaml | cdk8s-sonataflow render -
  $ cdk8s-sonataflow render --operator 1.x --no-corrections orders.yaml
  $ cdk8s-sonataflow render -o rendered/ --image dev-mode=registry.example.org/dev:1 dist/

Exit status: 0, 1 when the input is refused (findings on stderr, nothing on stdout), 2 when the command is called wrongly.`;

function parseDirectory(text: string): string {
  if (text === '') throw new InvalidArgumentError('allowed: the path of a directory');
  return text;
}

export function addRender(parent: Command, run: Run<RenderOptions>): void {
  const command = parent.command('render')
    .summary('write the Kubernetes objects that the operator would create')
    .description('Writes the Kubernetes objects that the operator would create of the custom resources in the files; by default corrected, for those who '
      + 'apply them without the operator: what does not work is written as it was meant.')
    .option('--no-corrections', 'to the letter, also what the API server refuses or what does not work')
    .option('-o, --output <dir>', 'write a file for each object into this directory instead of stdout', parseDirectory);
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(run);
}

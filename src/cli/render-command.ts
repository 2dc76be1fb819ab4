import { Command, InvalidArgumentError } from 'commander';
import { IMAGE_NAMES, parseImage } from './image-options';
import { addInputOptions, InputOptions, Run } from './input-options';
import { list } from '../findings/words';
import type { OperatorImageOverrides } from '../values/operator-images';

export interface RenderOptions extends InputOptions {
  readonly corrections: boolean;
  readonly registry?: string;
  readonly image?: OperatorImageOverrides;
  readonly builtImage?: string;
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
  addInputOptions(parent.command('render'))
    .summary('write the Kubernetes objects that the operator would create')
    .description('Writes the Kubernetes objects that the operator would create of the custom resources in the files.')
    .option('--no-corrections', 'to the letter, also what the API server refuses or what does not work')
    .option('--registry <prefix>', 'registry and path of the operator\'s images instead of docker.io/apache')
    .option('--image <name=ref>', `one image of the operator, repeatable; names: ${list(IMAGE_NAMES)}`, parseImage)
    .option('--built-image <pattern>', 'image of the workflows that the operator builds; {namespace} and {name} are the workflow\'s')
    .option('-o, --output <dir>', 'write a file for each object into this directory instead of stdout', parseDirectory)
    .addHelpText('after', EXAMPLES)
    .action(run);
}

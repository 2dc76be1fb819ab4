import { Command } from 'commander';
import { isRefused } from './check-files';
import { ExitStatus, Terminal } from './exit-status';
import { IMAGE_NAMES, parseImage } from './image-options';
import { addInputOptions, InputOptions } from './input-options';
import { printFindings } from './print-findings';
import { aboutTheAccepted, readInput } from './read-input';
import { toYaml, writeFiles } from './write-manifests';
import { Finding } from '../findings/finding';
import { list } from '../findings/words';
import { landscapeManifests } from '../manifests/landscape-manifests';
import { Manifest } from '../manifests/parts/manifest';
import { OperatorImageOverrides, OperatorVersion } from '../values/operator-version';

interface RenderOptions extends InputOptions {
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

export function addRender(parent: Command, terminal: Terminal, ended: (status: ExitStatus) => void): void {
  addInputOptions(parent.command('render'))
    .summary('write the Kubernetes objects that the operator would create')
    .description('Writes the Kubernetes objects that the operator would create of the custom resources in the files.')
    .option('--no-corrections', 'to the letter, also what the API server refuses or what does not work')
    .option('--registry <prefix>', 'registry and path of the operator\'s images instead of docker.io/apache')
    .option('--image <name=ref>', `one image of the operator, repeatable; names: ${list(IMAGE_NAMES)}`, parseImage)
    .option('--built-image <pattern>', 'image of the workflows that the operator builds; {namespace} and {name} are the workflow\'s')
    .option('-o, --output <dir>', 'write a file for each object into this directory instead of stdout')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: RenderOptions) => {
      const { manifests, findings } = render(files, options);
      printFindings(findings, terminal);
      if (isRefused(findings, false)) return ended(ExitStatus.REFUSED);
      const unwritten = write(manifests, options.output, terminal);
      printFindings(unwritten, terminal);
      ended(unwritten.length === 0 ? ExitStatus.OK : ExitStatus.REFUSED);
    });
}

function write(manifests: readonly Manifest[], folder: string | undefined, terminal: Terminal): readonly Finding[] {
  if (folder !== undefined) return writeFiles(folder, manifests);
  terminal.out(toYaml(manifests));
  return [];
}

function render(files: readonly string[], options: RenderOptions): { manifests: readonly Manifest[]; findings: readonly Finding[] } {
  const { _behaviour: operator } = OperatorVersion.custom({
    base: OperatorVersion._released(options.operator), registry: options.registry, images: options.image,
  });
  const { landscape, findings: unread } = readInput(files, { operator, facts: options, corrected: options.corrections });
  const { manifests, findings } = landscapeManifests(landscape);
  return { manifests, findings: [...unread, ...aboutTheAccepted(findings)] };
}

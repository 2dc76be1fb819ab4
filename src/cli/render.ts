import { Command, Option } from 'commander';
import { ExitStatus, Terminal } from './exit-status';
import { IMAGE_NAMES, OPERATORS, parseImage } from './operator-options';
import { printFindings } from './print-findings';
import { toYaml, writeFiles } from './write-manifests';
import { Finding, Severity } from '../findings/finding';
import { list } from '../findings/words';
import { readSources } from '../loader/files';
import { load } from '../loader/loader';
import { landscapeManifests } from '../manifests/landscape-manifests';
import { Manifest } from '../manifests/manifest';
import { createLandscape, indexObjects } from '../model/landscape';
import { judge } from '../validation/schema';
import { resolveClusterFacts } from '../values/cluster-facts';
import { OperatorImageOverrides, OperatorVersion } from '../values/operator-version';

interface RenderOptions {
  readonly operator: string;
  readonly corrections: boolean;
  readonly openshift?: boolean;
  readonly knative: boolean;
  readonly prometheus: boolean;
  readonly registry?: string;
  readonly image?: OperatorImageOverrides;
  readonly builtImage?: string;
  readonly routeDomain?: string;
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
  parent.command('render')
    .summary('write the Kubernetes objects that the operator would create')
    .description('Writes the Kubernetes objects that the operator would create of the custom resources in the files.')
    .argument('<file...>', 'YAML or JSON files, directories of them, or - for standard input: custom resources, and what else is in the cluster')
    .addOption(new Option('--operator <version>', 'operator whose objects are rendered').choices(Object.keys(OPERATORS)).default('10.1.0'))
    .option('--no-corrections', 'to the letter, also what the API server refuses or what does not work')
    .option('--openshift', 'the cluster is OpenShift')
    .option('--no-knative', 'the cluster has no Knative')
    .option('--no-prometheus', 'the cluster has no Prometheus operator')
    .option('--registry <prefix>', 'registry and path of the operator\'s images instead of docker.io/apache')
    .option('--image <name=ref>', `one image of the operator, repeatable; names: ${list(IMAGE_NAMES)}`, parseImage)
    .option('--built-image <pattern>', 'image of the workflows that the operator builds; {namespace} and {name} are the workflow\'s')
    .option('--route-domain <domain>', 'domain of the cluster\'s Routes (OpenShift)')
    .option('-o, --output <dir>', 'write a file for each object into this directory instead of stdout')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: RenderOptions) => {
      const { manifests, findings } = render(files, options);
      printFindings(findings, terminal);
      if (findings.some(({ severity }) => severity === Severity.ERROR)) return ended(ExitStatus.REFUSED);
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
    base: OPERATORS[options.operator], registry: options.registry, images: options.image,
  });
  const { sources, findings: unread } = readSources(files);
  const { resources, objects, findings: refused } = load(sources, { judge: (object) => judge(operator.crds, object) });
  const landscape = createLandscape({
    operator, facts: resolveClusterFacts(options), corrected: options.corrections, resources, objects: indexObjects(objects),
  });
  const { manifests, findings } = landscapeManifests(landscape);
  return { manifests, findings: [...unread, ...refused, ...findings] };
}

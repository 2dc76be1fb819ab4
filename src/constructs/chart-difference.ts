import { Chart, Testing } from 'cdk8s';
import { configuredFacts } from './app/app-configuration';
import { AppRegistry } from './app/app-registry';
import { differenceOf } from '../diff/difference';
import { compareObjects, identityOf, nameOf } from '../diff/objects';
import { landscapeOfSide, renderingOf, Side } from '../diff/side';
import { textReport } from '../diff/text-report';
import { JsonObject } from '../json/json';
import { asObject } from '../json/lenient';
import { load } from '../loader/loader';
import { CustomResource } from '../model/resource';
import { judge } from '../validation/schema';
import { resolveClusterFacts } from '../values/operator/cluster-facts';
import { writeYaml } from '../yaml/writing';

/** What a chart brings into a cluster. */
interface ChartSide {
  /** Its custom resources, and what the operator would look at. */
  readonly side: Side;
  /** What it writes beside custom resources of SonataFlow. */
  readonly others: readonly JsonObject[];
}

/** What another chart would change in a cluster, in the words of `diff`; nothing where it changes nothing. */
export function chartDifference(before: Chart, after: Chart): string[] {
  const [old, young] = [chartSide(before), chartSide(after)];
  const made = differenceOf(old.side, young.side);
  // One that is in the place of an object of the operator is compared with it.
  const told = new Set([...madeBy(old.side), ...madeBy(young.side)]);
  const others = compareObjects(old.others, young.others).filter((object) => !told.has(identityOf(object))).map((object) => ({
    ...object, reasons: [], consequences: [], changes: object.changes.map((change) => ({ ...change, reasons: [], consequences: [] })),
  }));
  const difference = { ...made, objects: [...made.objects, ...others] };
  if (difference.objects.length === 0) return [];
  // The first line says what is compared, the last one how much of it differs.
  return textReport('', difference, false).split('\n').slice(1, -2).filter((line) => line !== '');
}

/** The identities of what the operator makes. */
function madeBy(side: Side): string[] {
  return renderingOf(landscapeOfSide(side)).flatMap(({ manifests }) => manifests.map((manifest) => identityOf(nameOf(manifest))));
}

function chartSide(chart: Chart): ChartSide {
  const registry = AppRegistry.of(chart);
  const { platforms, clusterPlatforms } = registry;
  const platform = platforms.find(({ _namespace }) => _namespace === chart.namespace) ?? platforms[0];
  const { _behaviour: operator } = (platform ?? registry).operatorVersion;
  const synthesized = Testing.synth(chart) as JsonObject[];
  const { resources, objects } = load(
    [{ file: chart.node.path, text: synthesized.map(writeYaml).join('---\n') }], { judge: (object) => judge(operator.crds, object) },
  );
  // What other charts bring of platforms is there as well.
  const known = new Set(resources.map(resourceName));
  const elsewhere = [...platforms, ...clusterPlatforms].map(({ _resource }) => _resource).filter((resource) => !known.has(resourceName(resource)));
  const isOperated = platform?.rendering._kubernetesObjects === undefined;
  const side: Side = {
    operatorName: 'of the chart',
    operator,
    facts: resolveClusterFacts(operator, configuredFacts(chart, platform?.clusterFacts)),
    corrected: false,
    resources: isOperated ? [...resources, ...elsewhere] : [],
    objects,
  };
  return { side, others: synthesized.filter(({ apiVersion }) => !String(apiVersion).startsWith('sonataflow.org/')) };
}

function resourceName({ kind, metadata }: CustomResource): string {
  const { namespace, name } = asObject(metadata);
  return JSON.stringify([kind, namespace === '' ? 'default' : namespace, name]);
}

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asList, asObject, asText } from '../json/lenient';

/** What a property of a struct takes. */
export type PropertyType =
  | { readonly list: PropertyType }
  | { readonly map: PropertyType }
  | { readonly struct: string }
  /** A class that stands for a plain value. */
  | { readonly type: 'IntOrString' | 'Quantity' }
  /** The values of an enum, by the words of its members. */
  | { readonly words: string; readonly members: Readonly<Record<string, string>> }
  /** A value as it is. */
  | 'plain'
  /** What only code that knows it can make. */
  | 'special';

export interface Property {
  /** In the words of TypeScript. */
  readonly name: string;
  readonly type: PropertyType;
}

/** By the name of the field in lower case: cdk8s-plus has `hostIpc` for `hostIPC`. */
type Properties = ReadonlyMap<string, Property>;

const PREFIX = 'cdk8s-plus-28.k8s.';

/** Structs of the Kubernetes API, as cdk8s-plus has them and its description for other languages says. */
class KubernetesStructs {
  private readonly types: Readonly<Record<string, unknown>>;
  private readonly known = new Map<string, Properties>();

  constructor() {
    const folder = dirname(dirname(require.resolve('cdk8s-plus-28')));
    this.types = asObject(asObject(JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8'))).types);
  }

  properties(struct: string): Properties {
    const known = this.known.get(struct) ?? new Map(asList(asObject(this.types[PREFIX + struct]).properties).map(asObject).map((property) => {
      const name = asText(property.name);
      return [name.toLowerCase(), { name, type: this.typeOf(property.type) }];
    }));
    this.known.set(struct, known);
    return known;
  }

  private typeOf(given: unknown): PropertyType {
    const { collection, fqn, primitive } = asObject(given);
    if (collection !== undefined) {
      const { elementtype, kind } = asObject(collection);
      return kind === 'map' ? { map: this.typeOf(elementtype) } : { list: this.typeOf(elementtype) };
    }
    if (fqn === undefined) return primitive === 'date' ? 'special' : 'plain';
    const type = asText(fqn).slice(PREFIX.length);
    if (type === 'IntOrString' || type === 'Quantity') return { type };
    return asObject(this.types[asText(fqn)]).kind === 'interface' ? { struct: `kplus.k8s.${type}` } : 'special';
  }
}

let kubernetes: KubernetesStructs | undefined;

const words = (type: string, ...members: readonly string[]): PropertyType => ({
  words: type, members: Object.fromEntries(members.map((word) => [word, word.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()])),
});

const CONTAINER: Readonly<Record<string, PropertyType | undefined>> = {
  name: undefined,
  workingDir: undefined,
  restartPolicy: undefined,
  imagePullPolicy: words('kplus.ImagePullPolicy', 'Always', 'IfNotPresent', 'Never'),
  terminationMessagePolicy: words('TerminationMessagePolicy', 'File', 'FallbackToLogsOnError'),
};

const POD: Readonly<Record<string, PropertyType | undefined>> = {
  ephemeralContainers: undefined,
  serviceAccount: undefined,
  container: { struct: 'ContainerTemplate' },
  replicas: 'plain',
  podDisruptionBudget: 'special',
  resourceClaims: 'special',
  restartPolicy: words('kplus.RestartPolicy', 'Always', 'OnFailure', 'Never'),
  dnsPolicy: words('kplus.DnsPolicy', 'ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'),
  preemptionPolicy: words('PreemptionPolicy', 'Never', 'PreemptLowerPriority'),
};

/** What the structs of this library add to those of Kubernetes, and what they leave out. */
const OWN: Readonly<Record<string, { readonly like?: string; readonly changes: Readonly<Record<string, PropertyType | undefined>> }>> = {
  ContainerTemplate: { like: 'Container', changes: CONTAINER },
  PodTemplate: { like: 'PodSpec', changes: POD },
  WorkflowPodTemplate: { like: 'PodSpec', changes: { ...POD, deploymentModel: words('DeploymentModel', 'kubernetes', 'knative') } },
  BuildConfigOptions: {
    changes: {
      baseImage: 'plain',
      strategyOptions: { map: 'plain' },
      registry: { struct: 'BuildRegistryOptions' },
      timeout: 'special',
      strategy: words('BuildStrategy', 'operator', 'platform'),
    },
  },
  BuildRegistryOptions: { changes: { address: 'plain', secret: 'special', insecure: 'plain', ca: 'plain', organization: 'plain' } },
  BuildTemplateOptions: {
    changes: {
      timeout: 'special',
      resources: { struct: 'kplus.k8s.ResourceRequirements' },
      arguments: { list: 'plain' },
      buildArgs: { list: { struct: 'kplus.k8s.EnvVar' } },
      envs: { list: { struct: 'kplus.k8s.EnvVar' } },
    },
  },
};

/** The property for a field of the wire, if the struct has one. */
export function propertyFor(struct: string, field: string): Property | undefined {
  const { like, changes } = OWN[struct] ?? { like: struct.replace('kplus.k8s.', ''), changes: {} };
  const changed = Object.entries(changes).find(([name]) => name.toLowerCase() === field.toLowerCase());
  if (changed) return changed[1] && { name: changed[0], type: changed[1] };
  if (like === undefined) return undefined;
  kubernetes ??= new KubernetesStructs();
  return kubernetes.properties(like).get(field.toLowerCase());
}

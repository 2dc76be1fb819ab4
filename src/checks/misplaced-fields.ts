import { nearestWord } from '../findings/words';

/** A field that belongs elsewhere, by how it is written in full. */
interface MisplacedField {
  readonly field: RegExp;
  /** What to do with it; `$1` and so on are what the expression found. */
  readonly fix: string;
}

const CONTAINER_FIELDS = 'env|envFrom|command|args|ports|volumeMounts|volumeDevices|livenessProbe|readinessProbe|startupProbe|lifecycle|image|imagePullPolicy|workingDir';
const POD_FIELDS = 'initContainers|containers|volumes|replicas|serviceAccountName|nodeSelector|tolerations|affinity|imagePullSecrets|container';
const FLOW_FIELDS = 'states|functions|events|start|errors|retries|auth|secrets|constants|timeouts|dataInputSchema';
const DATABASE_FIELDS = 'serviceRef|secretRef|jdbcUrl';

/** The first one that fits counts. */
const MISPLACED: readonly MisplacedField[] = [
  { field: /^spec\.flow\.id$/, fix: 'move it to metadata.name' },
  { field: /^spec\.flow\.(version|description|key|expressionLang)$/, fix: 'move it to the annotation sonataflow.org/$1' },
  { field: /^spec\.flow\.name$/, fix: 'move it to the annotation sonataflow.org/name, or to sonataflow.org/description' },
  { field: /^spec\.flow\.specVersion$/, fix: 'leave it out: the flow of a custom resource is of version 0.8' },
  { field: /^spec\.flow\.extensions$/, fix: 'leave it out, and write what it stands for: a file in the operation (specs/x.yaml#id), which a ConfigMap of spec.resources has' },
  { field: /^spec\.flow\.(persistence|podTemplate|resources|sink|sources)$/, fix: 'move it out of the flow: spec.$1' },
  { field: new RegExp(`^(?:spec\\.)?(${FLOW_FIELDS})$`), fix: 'move it into the flow: spec.flow.$1' },
  { field: /^(flow|podTemplate|persistence|services|eventing|resources|sink|sources)$/, fix: 'move it below spec: spec.$1' },
  { field: /^spec\.(?:persistence|eventing|monitoring|build|properties)\.(jobService|dataIndex)$/, fix: 'did you mean spec.services.$1?' },
  { field: /^spec\.(?:persistence|eventing|monitoring|build|properties)\.(services|eventing|monitoring|build|properties|devMode)$/, fix: 'move it to spec.$1' },
  { field: /^spec\.(?:[\w.]+\.)?dataIndexService$/, fix: 'did you mean spec.services.dataIndex?' },
  { field: /^spec\.(jobService|dataIndex)$/, fix: 'did you mean spec.services.$1?' },
  { field: /^spec\.(?:[\w.]+\.)?jobsService$/, fix: 'did you mean spec.services.jobService?' },
  { field: /^spec\.platform$/, fix: 'leave it out, as a workflow finds the platform of its namespace; a cluster platform names one in spec.platformRef' },
  { field: /^spec\.profile$/, fix: 'move it to the annotation sonataflow.org/profile' },
  { field: new RegExp(`^spec\\.(${DATABASE_FIELDS})$`), fix: 'move it to spec.persistence.postgresql.$1' },
  { field: new RegExp(`^((?:spec|spec\\.services\\.\\w+)\\.persistence)\\.(${DATABASE_FIELDS})$`), fix: 'move it to $1.postgresql.$2' },
  { field: new RegExp(`^(spec\\.services\\.\\w+)\\.(${DATABASE_FIELDS})$`), fix: 'move it to $1.persistence.postgresql.$2' },
  { field: /^(spec\.services\.\w+)\.postgresql$/, fix: 'move it to $1.persistence.postgresql' },
  { field: new RegExp(`^(spec(?:\\.services\\.\\w+)?)\\.(${POD_FIELDS})$`), fix: 'move it to $1.podTemplate.$2' },
  { field: new RegExp(`^(spec(?:\\.services\\.\\w+)?)\\.(?:podTemplate\\.)?(${CONTAINER_FIELDS})$`), fix: 'move it to $1.podTemplate.container.$2' },
  { field: /^(spec(?:\.services\.\w+)?\.podTemplate)\.spec$/, fix: 'write what is in it into $1 itself' },
  { field: /^spec\.(broker)$/, fix: 'move it to spec.eventing.$1' },
  { field: /^spec\.build\.(baseImage|registry|strategy|strategyOptions)$/, fix: 'move it to spec.build.config.$1' },
  { field: /^spec\.build\.(buildArgs|envs|arguments)$/, fix: 'move it to spec.build.template.$1' },
  { field: /^spec\.(devMode|build|services|eventing|properties|monitoring)$/, fix: 'move it to the SonataFlowPlatform: spec.$1' },
];

/** Words that are long enough for a slip in one of them to be one. */
const WORDS = [...new Set([CONTAINER_FIELDS, POD_FIELDS, FLOW_FIELDS, DATABASE_FIELDS].flatMap((words) => words.split('|')))].filter((word) => word.length > 5);

/** Where an unknown field belongs, if that is known. */
export function rightPlace(field: string): string | undefined {
  for (const { field: expression, fix } of MISPLACED) if (expression.test(field)) return field.replace(expression, fix);
  return undefined;
}

/** Where a field belongs whose name is a slip as well. */
export function likelyPlace(field: string): string | undefined {
  const given = field.slice(field.lastIndexOf('.') + 1);
  const meant = given.length > 5 ? nearestWord(given, WORDS) : undefined;
  return meant === undefined ? undefined : rightPlace(field.slice(0, -given.length) + meant);
}

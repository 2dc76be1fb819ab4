import { imagesByDigest } from './image-digests';
import { OWN_IMAGES } from './image-naming';
import { OperatorBehaviour } from './operator-behaviour';
import { OperatorImageOverrides } from './operator-image-overrides';
import { DEFAULT_RELEASE, isOperatorName, OPERATOR_NAMES, OPERATOR_RELEASE_NAMES, OperatorName, OPERATORS } from './operator-releases';
import { list } from '../../findings/words';
import { deepFreeze, JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { ValueProblem } from '../../rules/value-problem';
import { readYaml } from '../../yaml/yaml';

/** The key of the operator's ConfigMap. */
const CONFIG_FILE = 'controllers_cfg.yaml';

/** Where the operator is told of an image: in its ConfigMap, else by a variable. The keys of the ConfigMap may have any case. */
const SOURCES: Readonly<Record<keyof OperatorImageOverrides, { readonly setting: string; readonly variable?: string }>> = {
  dataIndexEphemeral: { setting: 'dataindexephemeralimagetag', variable: 'RELATED_IMAGE_DATA_INDEX_EPHEMERAL' },
  dataIndexPostgreSql: { setting: 'dataindexpostgresqlimagetag', variable: 'RELATED_IMAGE_DATA_INDEX_POSTGRESQL' },
  jobsServiceEphemeral: { setting: 'jobsserviceephemeralimagetag', variable: 'RELATED_IMAGE_JOBS_SERVICE_EPHEMERAL' },
  jobsServicePostgreSql: { setting: 'jobsservicepostgresqlimagetag', variable: 'RELATED_IMAGE_JOBS_SERVICE_POSTGRESQL' },
  dbMigrator: { setting: 'dbmigratortoolimagetag', variable: 'RELATED_IMAGE_DB_MIGRATOR_TOOL' },
  devMode: { setting: 'sonataflowdevmodeimagetag', variable: 'RELATED_IMAGE_DEVMODE' },
  builder: { setting: 'sonataflowbasebuilderimagetag', variable: 'RELATED_IMAGE_BASE_BUILDER' },
  kanikoWarmer: { setting: 'kanikodefaultwarmerimagetag' },
};

/** What the objects of a cluster say of its operator. */
interface OperatorConfig {
  /** The release that it is, by what installed it or by its images; none if nothing tells. */
  readonly name?: OperatorName;
  /** Something says that it is OpenShift Serverless Logic. */
  readonly logic: boolean;
  readonly images: OperatorImageOverrides;
  readonly settings: Partial<OperatorBehaviour>;
}

/** An operator as a cluster has it. */
export interface ClusterOperator {
  readonly behaviour: OperatorBehaviour;
  /** The release that was recognized; none where it was given, or nothing tells. */
  readonly name?: OperatorName;
}

/**
 * The operator of a cluster as its objects configure it: its ConfigMap, the Deployment of its manager, and the Deployments that it made. What
 * they do not say is as in the release.
 *
 * @param base the release; where it is not given, it is recognized by what installed the operator, and by its images
 * @returns nothing where they are not among the objects
 * @see operator-behaviour 1.7
 */
export function clusterOperator(objects: readonly JsonObject[], base?: OperatorBehaviour): ClusterOperator | ValueProblem | undefined {
  const config = operatorConfig(objects);
  if (!config) return undefined;
  const { name, logic, images, settings } = config;
  if (!base && name === undefined && logic) return UNKNOWN_RELEASE;
  const release = base ?? OPERATORS[name ?? DEFAULT_RELEASE];
  return deepFreeze({ behaviour: { ...release, ...settings, images: { ...release.images, ...images } }, ...!base && name !== undefined && { name } });
}

const UNKNOWN_RELEASE: ValueProblem = {
  rule: 'SF-OPERATOR',
  given: 'an operator of OpenShift Serverless Logic whose images are of no known release',
  allowed: list(OPERATOR_RELEASE_NAMES),
  fix: 'say from which release it comes',
};

function operatorConfig(objects: readonly JsonObject[]): OperatorConfig | undefined {
  const files = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ data }) => asText(asObject(data)[CONFIG_FILE])).filter((file) => file !== '');
  const managers = objects.filter((object) => object.kind === 'Deployment' && Object.keys(variables(object)).length > 0);
  if (files.length === 0 && managers.length === 0) return undefined;
  const settings = settingsOf(files);
  const images = imagesOf(settings, Object.assign({}, ...managers.map(variables)) as Readonly<Record<string, string>>);
  const owners = [...managers, ...objects.filter(({ kind }) => kind === 'ClusterServiceVersion')].map(ownerOf);
  return {
    name: owners.map(installedBy).find((name) => name !== undefined) ?? nameByImages(images),
    logic: [...owners, asText(settings.builderconfigmapname)].some((text) => text.startsWith('logic-operator'))
      || Object.values(images).some((image) => /\/logic-[a-z-]+-rhel\d/.test(String(image))),
    images,
    settings: { ...behaviourOf(settings), ...versionOf(objects) },
  };
}

/** What the settings change of a release. */
function behaviourOf(settings: Readonly<Record<string, unknown>>): Partial<OperatorBehaviour> {
  const threshold = settings.healthfailurethresholddevmode;
  const persistenceExtensions = asList(settings.postgresqlpersistenceextensions).map(asObject)
    .map(({ groupId, artifactId, version }) => [groupId, artifactId, version].map((part) => asText(part)).filter((part) => part !== '').join(':'));
  return {
    ...settings.kogitoeventsgroupingcompress === true && { groupedEventsCompressed: true },
    // The operator fills in its own for 0.
    ...typeof threshold === 'number' && threshold > 0 && { devModeFailureThreshold: threshold },
    ...persistenceExtensions.length > 0 && { persistenceExtensions },
  };
}

/** The variables of a manager that name images. */
function variables(deployment: JsonObject): Readonly<Record<string, string>> {
  const { containers } = asObject(asObject(asObject(deployment.spec).template).spec);
  return Object.fromEntries(asList(containers).flatMap((container) => asList(asObject(container).env)).map(asObject)
    .filter(({ name, value }) => asText(name).startsWith('RELATED_IMAGE_') && asText(value) !== '').map(({ name, value }) => [asText(name), asText(value)]));
}

/** The settings of the ConfigMap by their names in lower case. What is no YAML says nothing: the operator would not start with it. */
function settingsOf(files: readonly string[]): Readonly<Record<string, unknown>> {
  const documents = files.flatMap((file) => readYaml(file, CONFIG_FILE).documents);
  return Object.fromEntries(documents.flatMap(({ object }) => Object.entries(object)).map(([key, value]) => [key.toLowerCase(), value]));
}

function imagesOf(settings: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>>): OperatorImageOverrides {
  return Object.fromEntries(Object.entries(SOURCES).flatMap(([what, { setting, variable = '' }]) => {
    const image = asText(settings[setting]) || (env[variable] ?? '');
    return image === '' ? [] : [[what, image]];
  }));
}

/** What OLM calls the installation. */
function ownerOf({ kind, metadata }: JsonObject): string {
  const { name, labels } = asObject(metadata);
  return asText(kind === 'ClusterServiceVersion' ? name : asObject(labels)['olm.owner']);
}

/** Of a patch that nobody knows yet the line is known. */
function installedBy(owner: string): OperatorName | undefined {
  const [, line, patch] = /^logic-operator(?:-rhel8)?\.v(\d+\.\d+)\.(\d+)/.exec(owner) ?? [];
  return [`osl-${line}.${patch}`, `osl-${line}`].find(isOperatorName);
}

/** A mirror changes the registry and the path, never name, tag and digest. */
function nameByImages(images: OperatorImageOverrides): OperatorName | undefined {
  const found = new Set(OWN_IMAGES.map((what) => tail(images[what] ?? '')));
  const known = OPERATOR_NAMES.map((name) => {
    const { images: byTag, imageNaming } = OPERATORS[name];
    const shared = [byTag, imagesByDigest(imageNaming)].map((form) => OWN_IMAGES.filter((what) => form && found.has(tail(form[what]))).length);
    return { name, shared: Math.max(...shared) };
  });
  return known.filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared)[0]?.name;
}

function tail(image: string): string {
  return image.slice(image.lastIndexOf('/') + 1);
}

/** What the label in the pod templates of the services says; unlike others it follows the operator. */
function versionOf(objects: readonly JsonObject[]): Partial<OperatorBehaviour> {
  const services = objects.filter(({ kind }) => kind === 'Deployment')
    .map(({ spec }) => asObject(asObject(asObject(asObject(spec).template).metadata).labels))
    .filter((labels) => labels['app.kubernetes.io/managed-by'] === 'sonataflow-operator' && 'sonataflow.org/service' in labels);
  const tag = services.map((labels) => asText(labels['app.kubernetes.io/version'])).find((version) => version !== '');
  return tag === undefined ? {} : { tag };
}

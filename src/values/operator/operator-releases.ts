import { APACHE_NAMING, ImageNaming, logicNaming, namedImages } from './image-naming';
import { OperatorBehaviour } from './operator-behaviour';
import { deepFreeze } from '../../json/json';

const APACHE_10_1_0: OperatorBehaviour = {
  crds: '10.1.0',
  tag: '10.1.0',
  instanceAndVersionLabels: true,
  ...imagesOf(APACHE_NAMING, '10.1.0'),
  onOpenShift: false,
  groupedEventsCompressed: false,
  devModeFailureThreshold: 50,
  persistenceExtensions: [
    'io.quarkus:quarkus-jdbc-postgresql',
    'io.quarkus:quarkus-agroal',
    'org.kie:kie-addons-quarkus-persistence-jdbc',
  ],
  migrationJobPerVersion: false,
  migrationJobBlanks: true,
  migrationJobDefaultKeys: false,
  migrationDeletesServices: false,
  disruptionBudgets: false,
  reactiveUrl: 'property',
  hibernateUpdatesSchema: true,
  serviceSurvivesMissingKnative: true,
  writesFlowsBack: true,
  callbackTimeoutFailsOnPostgreSql: true,
};

const KUBESMARTS_1_X: OperatorBehaviour = {
  ...APACHE_10_1_0,
  crds: '1.x',
  tag: 'main',
  ...imagesOf(APACHE_NAMING, 'main'),
  migrationJobPerVersion: true,
  migrationJobBlanks: false,
  migrationJobDefaultKeys: true,
  migrationDeletesServices: true,
  disruptionBudgets: true,
  reactiveUrl: 'env',
  hibernateUpdatesSchema: false,
  serviceSurvivesMissingKnative: false,
  callbackTimeoutFailsOnPostgreSql: false,
};

/** Nobody set the version that is compiled into 1.36 and 1.37, and 1.36 does not write it. */
const OSL_1_36: OperatorBehaviour = {
  ...APACHE_10_1_0,
  tag: 'main',
  instanceAndVersionLabels: false,
  callbackTimeoutFailsOnPostgreSql: false,
  ...imagesOf(logicNaming('rhel8', '1.36.0'), 'main'),
  runtime: { quarkus: '3.15.4.redhat-00001', kogito: '9.103.0.redhat-00004' },
  onOpenShift: true,
};

const OSL_1_37_0: OperatorBehaviour = {
  ...OSL_1_36,
  instanceAndVersionLabels: true,
  ...imagesOf(logicNaming('rhel9', '1.37.0'), 'main'),
  runtime: { quarkus: '3.20.3.redhat-00003', kogito: '9.104.0.redhat-00004' },
  reactiveUrl: 'env',
};

const OSL_1_37: OperatorBehaviour = {
  ...OSL_1_37_0,
  ...imagesOf(logicNaming('rhel9', '1.37.3'), 'main'),
  runtime: { quarkus: '3.20.3.redhat-00003', kogito: '9.104.0.redhat-00006' },
  migrationJobBlanks: false,
  migrationJobDefaultKeys: true,
  hibernateUpdatesSchema: false,
};

const OSL_1_38: OperatorBehaviour = {
  ...KUBESMARTS_1_X,
  tag: '1.38.0',
  ...imagesOf(logicNaming('rhel9', '1.38.1'), '1.38.0'),
  runtime: { quarkus: '3.27.3.redhat-00002', kogito: '9.105.0.redhat-00003' },
  onOpenShift: true,
};

/**
 * All that is known of each operator, by its word on the command line. `OperatorVersion` has a member for each but 1.37.0.
 *
 * What is certain of each and what is derived says docs/operator-versions.md.
 */
export const OPERATOR_RELEASES = deepFreeze({
  '10.1.0': APACHE_10_1_0,
  '1.x': KUBESMARTS_1_X,
  'osl-1.36': OSL_1_36,
  'osl-1.37.0': OSL_1_37_0,
  'osl-1.37': OSL_1_37,
  'osl-1.38': OSL_1_38,
} satisfies Record<string, OperatorBehaviour>);

export type OperatorRelease = keyof typeof OPERATOR_RELEASES;

export const OPERATOR_RELEASE_NAMES = Object.keys(OPERATOR_RELEASES) as OperatorRelease[];

/** The operator that is meant where nobody says which. */
export const DEFAULT_RELEASE: OperatorRelease = '10.1.0';

/** The operators of one release that differ in images and runtime only. The one of 1.36.2 was built with the images of 1.36.0. */
const PATCHES = {
  'osl-1.36.0': OSL_1_36,
  'osl-1.36.2': OSL_1_36,
  'osl-1.37.1': { ...withTag(OSL_1_37, '1.37.1'), runtime: { quarkus: '3.20.3.redhat-00003', kogito: '9.104.0.redhat-00005' } },
  'osl-1.37.2': withTag(OSL_1_37, '1.37.2'),
  'osl-1.37.3': OSL_1_37,
  'osl-1.38.0': withTag(OSL_1_38, '1.38.0'),
  'osl-1.38.1': OSL_1_38,
} satisfies Record<string, OperatorBehaviour>;

/** What the versions of Red Hat Developer Hub install. */
const RHDH = {
  'rhdh-1.7': OSL_1_36,
  'rhdh-1.8': OSL_1_36,
  'rhdh-1.9': OSL_1_37,
  'rhdh-1.10': OSL_1_38,
} satisfies Record<string, OperatorBehaviour>;

/** By every word that names an operator: of a release, of one of its patches, or of what installs it. */
export const OPERATORS = deepFreeze({ ...OPERATOR_RELEASES, ...PATCHES, ...RHDH });

export type OperatorName = keyof typeof OPERATORS;

export const OPERATOR_NAMES = Object.keys(OPERATORS) as OperatorName[];

export function isOperatorName(name: unknown): name is OperatorName {
  return OPERATOR_NAMES.some((known) => known === name);
}

function withTag(release: OperatorBehaviour, tag: string): OperatorBehaviour {
  return { ...release, ...imagesOf({ ...release.imageNaming, tag }, release.tag) };
}

function imagesOf(imageNaming: ImageNaming, version: string): Pick<OperatorBehaviour, 'imageNaming' | 'images'> {
  return { imageNaming, images: namedImages(imageNaming, version) };
}

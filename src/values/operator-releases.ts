import { OperatorBehaviour, OperatorImages } from './operator-behaviour';
import { deepFreeze } from '../json/json';

export const DEFAULT_REGISTRY = 'docker.io/apache';

const APACHE_10_1_0: OperatorBehaviour = {
  crds: '10.1.0',
  tag: '10.1.0',
  images: releasedImages(DEFAULT_REGISTRY, '10.1.0'),
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

/** All that is known of each operator, by its word on the command line. `OperatorVersion` has a member for each. */
export const OPERATOR_RELEASES = deepFreeze({
  '10.1.0': APACHE_10_1_0,
  '1.x': {
    ...APACHE_10_1_0,
    crds: '1.x',
    tag: 'main',
    images: releasedImages(DEFAULT_REGISTRY, 'main'),
    migrationJobPerVersion: true,
    migrationJobBlanks: false,
    migrationJobDefaultKeys: true,
    migrationDeletesServices: true,
    disruptionBudgets: true,
    reactiveUrl: 'env',
    hibernateUpdatesSchema: false,
    serviceSurvivesMissingKnative: false,
    callbackTimeoutFailsOnPostgreSql: false,
  },
} satisfies Record<string, OperatorBehaviour>);

export type OperatorRelease = keyof typeof OPERATOR_RELEASES;

export const OPERATOR_RELEASE_NAMES = Object.keys(OPERATOR_RELEASES) as OperatorRelease[];

/** The operator that is meant where nobody says which. */
export const DEFAULT_RELEASE: OperatorRelease = '10.1.0';

/** The shipped operator names the migrator without `incubator-`, as only that one image is published. */
export function releasedImages(registry: string, tag: string): OperatorImages {
  const image = (name: string) => `${registry}/${name}:${tag}`;
  return {
    dataIndexEphemeral: image('incubator-kie-kogito-data-index-ephemeral'),
    dataIndexPostgreSql: image('incubator-kie-kogito-data-index-postgresql'),
    jobsServiceEphemeral: image('incubator-kie-kogito-jobs-service-ephemeral'),
    jobsServicePostgreSql: image('incubator-kie-kogito-jobs-service-postgresql'),
    dbMigrator: image('kie-kogito-db-migrator-tool'),
    devMode: image('incubator-kie-sonataflow-devmode'),
    builder: image('incubator-kie-sonataflow-builder'),
    kanikoWarmer: 'gcr.io/kaniko-project/warmer:v1.9.0',
  };
}

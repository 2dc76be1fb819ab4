import { OperatorImageOverrides } from './operator-image-overrides';

/** The images that come with an operator; the tool that fills the cache of builds is somebody else's. */
export const OWN_IMAGES = [
  'dataIndexEphemeral', 'dataIndexPostgreSql', 'jobsServiceEphemeral', 'jobsServicePostgreSql', 'dbMigrator', 'devMode', 'builder',
] as const satisfies ReadonlyArray<keyof OperatorImageOverrides>;

export type OwnImage = typeof OWN_IMAGES[number];

/** How the images of an operator are named by tag. */
export interface ImageNaming {
  /** With the path. */
  readonly registry: string;
  readonly names: Readonly<Record<OwnImage, string>>;
  /**
   * Where it is not the version that is compiled into the operator.
   * @default - that version
   */
  readonly tag?: string;
}

const KANIKO_WARMER = 'gcr.io/kaniko-project/warmer:v1.9.0';

/** The shipped operator names the migrator without `incubator-`, as only that one image is published. */
export const APACHE_NAMING: ImageNaming = {
  registry: 'docker.io/apache',
  names: {
    dataIndexEphemeral: 'incubator-kie-kogito-data-index-ephemeral',
    dataIndexPostgreSql: 'incubator-kie-kogito-data-index-postgresql',
    jobsServiceEphemeral: 'incubator-kie-kogito-jobs-service-ephemeral',
    jobsServicePostgreSql: 'incubator-kie-kogito-jobs-service-postgresql',
    dbMigrator: 'kie-kogito-db-migrator-tool',
    devMode: 'incubator-kie-sonataflow-devmode',
    builder: 'incubator-kie-sonataflow-builder',
  },
};

/** OpenShift Serverless Logic: the images are configured, so that their tag says nothing of what is compiled in. */
export function logicNaming(system: 'rhel8' | 'rhel9', tag: string): ImageNaming {
  const name = (part: string) => `logic-${part}-${system}`;
  return {
    registry: 'registry.redhat.io/openshift-serverless-1',
    names: {
      dataIndexEphemeral: name('data-index-ephemeral'),
      dataIndexPostgreSql: name('data-index-postgresql'),
      jobsServiceEphemeral: name('jobs-service-ephemeral'),
      jobsServicePostgreSql: name('jobs-service-postgresql'),
      dbMigrator: name('db-migrator-tool'),
      devMode: name('swf-devmode'),
      builder: name('swf-builder'),
    },
    tag,
  };
}

/** The full names of the images of an operator into which a version is compiled. */
export function namedImages({ registry, names, tag }: ImageNaming, version: string): Required<OperatorImageOverrides> {
  const image = (name: string) => `${registry}/${name}:${tag ?? version}`;
  return {
    dataIndexEphemeral: image(names.dataIndexEphemeral),
    dataIndexPostgreSql: image(names.dataIndexPostgreSql),
    jobsServiceEphemeral: image(names.jobsServiceEphemeral),
    jobsServicePostgreSql: image(names.jobsServicePostgreSql),
    dbMigrator: image(names.dbMigrator),
    devMode: image(names.devMode),
    builder: image(names.builder),
    kanikoWarmer: KANIKO_WARMER,
  };
}

/**
 * Where a rendering for plain Kubernetes does what was meant instead of what the operator does: by name, with the reason.
 *
 * One table, so that it can be read, printed and tested.
 */
export const CORRECTIONS = {
  migrationAddress: 'The operator\'s migration Job drops namespace and port of the platform\'s database (SF-MIGRATION-ADDRESS).',
  migrationKeys: 'The operator\'s migration Job of 10.1.0 has no default for the keys of the Secret (SF-MIGRATION-KEYS).',
  migrationBlanks: 'The operator\'s migration Job of 10.1.0 writes blanks for a service that does not migrate by Job (SF-MIGRATION-HALF).',
  migrationSchema: 'For a JDBC URL without a schema the operator\'s migration Job fills a schema in which the service never looks.',
  migrationNothing: 'A service without a database has nothing to migrate, and the operator\'s migration Job is full of blanks (SF-MIGRATION-NO-PG).',
  migrationOrder: 'Nobody holds the services back until the migration Job has succeeded: each pod waits by running the migrator itself.',
  migrationName: 'A Job that has been applied cannot be changed: another image or database makes a Job of another name.',
  servicePodLists: 'Volumes, mounts and ports of the user replace the operator\'s, and the configuration is lost (SF-POD-REPLACES).',
  podClashes: 'A limit below a request, one of the two the operator\'s, is raised, and of variables of one name the last one is written (SF-POD-RESOURCES, SF-POD-DUPLICATE, SF-ENV-OWNED).',
  probeHandlers: 'A probe with another handler than the operator\'s ends up with two, which the API server refuses (SF-POD-PROBE).',
  autoscalers: 'The operator sets the replicas of a Deployment back at each turn, and makes no PodDisruptionBudget for one that an autoscaler leaves a single pod; here nobody but the autoscaler says how many pods there are.',
  givenMetadata: 'Labels and annotations of a custom resource reach all that is written in its place, and no selector; the operator hands on the labels of workflows only, selectors included.',
  selectorVersions: 'The version is in the selectors of workflows, so that no other one could be applied: a selector may not be changed.',
  serviceRollout: 'A change of the properties of a service does not restart its pods.',
  operatorKinds: 'What the operator makes for itself (SonataFlowBuild, a trigger on its images, a made-up platform, the cache of its builds) makes no sense without it.',
  refusedNames: 'Names and labels that Kubernetes refuses are an error instead of objects that cannot be applied (SF-NAME).',
  disruptionBudgets: 'A PodDisruptionBudget with a word that is no number and no percentage is refused (SF-PDB-VALUE).',
  knativeFields: 'Knative Serving does not know all fields of pods; strict clients are refused (SF-KNATIVE-IGNORED). Some versions refuse a startup probe, too, which the operator writes even for them.',
  builtImages: 'Without an operator nobody builds an image: a workflow has to name it, or all get the fact `builtImage` (SF-IMAGE-MISSING).',
  waitingForResources: 'The operator waits for the ConfigMaps with resources before it makes a Deployment; without it the pods wait themselves.',
  operatorStops: 'Where the operator alone gives up (owned objects, brokers that are not ready, no Prometheus, refused write-back), the rest is made.',
  configMapProperties: 'A property from a ConfigMap that was not given cannot be looked up; it becomes an environment variable.',
  propertyTexts: 'The operator writes names and values of properties as they are, ends of lines included (SF-PROP-TEXT).',
  secretProperties: 'A property from a Secret is copied in clear into a ConfigMap (SF-PROP-SECRET); it becomes an environment variable.',
} as const satisfies Record<string, string>;

export type Correction = keyof typeof CORRECTIONS;

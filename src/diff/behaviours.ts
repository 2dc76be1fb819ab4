import { OperatorBehaviour } from '../values/operator/operator-behaviour';

/** What each behaviour of an operator is about, for the reason of a change. */
export const BEHAVIOURS: Readonly<Record<keyof OperatorBehaviour, string>> = {
  crds: 'its CRDs',
  tag: 'its version label',
  instanceAndVersionLabels: 'whether it writes the labels of instance and version',
  imageNaming: 'the names of its images',
  images: 'its images',
  runtime: 'its runtime',
  onOpenShift: 'whether it is made for OpenShift',
  groupedEventsCompressed: 'compression of grouped events',
  devModeFailureThreshold: 'failures of a probe that the profile dev allows',
  persistenceExtensions: 'the extensions that it builds into workflows with PostgreSQL',
  migrationJobPerVersion: 'a migration Job of its own for each version',
  migrationJobBlanks: 'blanks in the migration Job for a service that does not migrate',
  migrationJobDefaultKeys: 'default keys of the Secret in the migration Job',
  migrationDeletesServices: 'the services are deleted before a new migration Job and made anew behind it',
  disruptionBudgets: 'PodDisruptionBudgets, and autoscalers that are looked at',
  reactiveUrl: 'where the Jobs Service finds its reactive database URL',
  hibernateUpdatesSchema: 'whether Hibernate updates the schema of the Data Index',
  serviceSurvivesMissingKnative: 'what is made of a Jobs Service with a sink without Knative',
  callbackTimeoutFailsOnPostgreSql: 'callback states that end by their timeout, on PostgreSQL',
  writesFlowsBack: 'flows that are written back',
};

import { ImageNaming } from './image-naming';
import { OperatorImageOverrides } from './operator-image-overrides';
import type { CrdVersion } from '../../../imports/schemas/crds';

/** What differs between operators, by name; nobody compares version strings. */
export interface OperatorBehaviour {
  /** The version of the CRDs that the API server has. */
  readonly crds: CrdVersion;
  /** The version that is compiled into the operator: the value of the label `app.kubernetes.io/version`. */
  readonly tag: string;
  /** The labels `app.kubernetes.io/instance` and `app.kubernetes.io/version` are written. */
  readonly instanceAndVersionLabels: boolean;
  readonly imageNaming: ImageNaming;
  /** Full image names. */
  readonly images: Required<OperatorImageOverrides>;
  /**
   * The versions that the extensions in an image need, where a registry of one's own has no other.
   * @default - the builder chooses them
   */
  readonly runtime?: { readonly quarkus: string; readonly kogito: string };
  /** The operator is made for OpenShift: a cluster is one where nobody says something else. */
  readonly onOpenShift: boolean;
  /** The operator's own configuration: compresses grouped events. */
  readonly groupedEventsCompressed: boolean;
  /** The operator's own configuration: failures of a probe before a pod of the profile dev is restarted. */
  readonly devModeFailureThreshold: number;
  /** The operator's own configuration: Quarkus extensions that a workflow with PostgreSQL needs. */
  readonly persistenceExtensions: readonly string[];
  /** The name of the migration Job carries a hash of the tag, so that each operator version migrates anew. */
  readonly migrationJobPerVersion: boolean;
  /** The migration Job carries blanks for a service that does not migrate by Job. */
  readonly migrationJobBlanks: boolean;
  /** The migration Job reads the default keys of the Secret where none are named. */
  readonly migrationJobDefaultKeys: boolean;
  /** The Deployments of the services are deleted before a new migration Job and made anew behind it. */
  readonly migrationDeletesServices: boolean;
  /** The field `podDisruptionBudget` is known, and autoscalers are looked at. */
  readonly disruptionBudgets: boolean;
  /** Where the Jobs Service finds its reactive database URL. */
  readonly reactiveUrl: 'property' | 'env';
  /** The Data Index has Hibernate update its schema. */
  readonly hibernateUpdatesSchema: boolean;
  /** A sink without Knative Eventing leaves only the Deployment of the Jobs Service out; else its Service too. */
  readonly serviceSurvivesMissingKnative: boolean;
  /** A workflow's custom resource is written back with a flow that the CRD refuses where it has retries or constants. */
  readonly writesFlowsBack: boolean;
  /** The runtime that comes with it cannot end a callback state by its eventTimeout on PostgreSQL. */
  readonly callbackTimeoutFailsOnPostgreSql: boolean;
}

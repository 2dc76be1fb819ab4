/** Which layer of the operator's wiring a property comes from. */
export enum PropertySource {
  /** The user's own `application.properties`. */
  USER = 'user',
  /** `spec.properties.flow` of the platform. */
  PLATFORM = 'platform',
  /** What the operator sets for every workflow or service. */
  OPERATOR = 'operator',
  /** A variable that the user gave to the container, also for a property whose value is in a Secret: it beats everything else. */
  CONTAINER_ENV = 'container-env',
  /** What cannot be changed: nothing beats it but an environment variable. */
  IMMUTABLE = 'immutable',
  /** The database. */
  PERSISTENCE = 'persistence',
  /** The Data Index that is wired in. */
  DATA_INDEX = 'data-index',
  /** The Jobs Service that is wired in. */
  JOBS_SERVICE = 'jobs-service',
  /** The broker or sink. */
  EVENTING = 'eventing',
  /** A `${kubernetes:...}` address of the user's that was resolved. */
  DISCOVERY = 'discovery',
}

/** One application property and where it comes from. */
export interface PropertyEntry {
  /** Name of the property. */
  readonly name: string;

  /** Its value; `<secret NAME/KEY>` in place of what is in a Secret. */
  readonly value: string;

  /** The layer that set it. */
  readonly source: PropertySource;

  /** The field of a custom resource, or the rule, that brought it. */
  readonly reason: string;
}

/** A value that is in force, where it comes from, and what it overrides. */
export interface ExplainedEntry extends PropertyEntry {
  /** The entries of the same name that lost, the strongest first. */
  readonly overridden: PropertyEntry[];
}

/** Where the values come from that a workflow runs with. */
export interface Explanation {
  /** The environment variables of the workflow's container, sorted by name. */
  readonly environment: ExplainedEntry[];

  /** The application properties, sorted by name. */
  readonly properties: ExplainedEntry[];
}

/**
 * How a workflow that takes its persistence from the platform says so in its custom resource.
 *
 * The documentation's page and the released operators disagree about the meaning of `persistence: {}`, so the
 * default says it in a way that both understand.
 */
export enum InheritedPersistence {
  /** The platform's PostgreSQL in full, with the workflow's name as the schema: understood by the page and by every operator. */
  EXPLICIT = 'explicit',
  /** `persistence: {}`, as the documentation's page "Managing Jobs Service with the Operator" has it. Released operators read it as ephemeral. */
  EMPTY_OBJECT = 'empty-object',
  /** No field: the short form that released operators understand. */
  ABSENT = 'absent',
}

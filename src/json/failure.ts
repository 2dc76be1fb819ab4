/** Something that cannot be made, and why: where the operator gives up. */
export interface Failure {
  readonly failed: true;
  /** In plain words. */
  readonly reason: string;
  /** Where in the text it went wrong, from 1. */
  readonly line?: number;
}

export function failure(reason: string, line?: number): Failure {
  return line === undefined ? { failed: true, reason } : { failed: true, reason, line };
}

export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && (value as Partial<Failure>).failed === true;
}

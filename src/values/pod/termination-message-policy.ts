/** Where the reason of the end of a container is read. */
export enum TerminationMessagePolicy {
  /** In the file of `terminationMessagePath`. */
  FILE = 'File',
  /** In that file; if it is empty and the container failed, at the end of its log. */
  FALLBACK_TO_LOGS_ON_ERROR = 'FallbackToLogsOnError',
}

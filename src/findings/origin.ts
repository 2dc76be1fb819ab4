/** What tells a user where something in an object was said. */
export interface Origin {
  /**
   * The place of a field: the path of the construct, or file, line and column.
   *
   * @param field path in the object such as `spec.flow.states[0].name`; the whole object when not given
   */
  locate(field?: string): string;
}

/** Whether pods drive out others of a lower priority. */
export enum PreemptionPolicy {
  /** They do, if there is no room else. */
  PREEMPT_LOWER_PRIORITY = 'PreemptLowerPriority',
  /** They wait until there is room. */
  NEVER = 'Never',
}

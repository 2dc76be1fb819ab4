/**
 * Where a rendering for plain Kubernetes does what was meant instead of what the operator does: by name, with the reason.
 *
 * One table, so that it can be read, printed and tested.
 */
export const CORRECTIONS = {
  migrationAddress: 'The operator\'s migration Job drops namespace and port of the platform\'s database (SF-MIGRATION-ADDRESS).',
  migrationKeys: 'The operator\'s migration Job of 10.1.0 has no default for the keys of the Secret (SF-MIGRATION-KEYS).',
  migrationBlanks: 'The operator\'s migration Job of 10.1.0 writes blanks for a service that does not migrate by Job (SF-MIGRATION-HALF).',
  migrationOrder: 'Nobody holds the services back until the migration Job has succeeded, so they wait themselves.',
  servicePodLists: 'Volumes, mounts and ports of the user replace the operator\'s, and the configuration is lost (SF-POD-REPLACES).',
  probeHandlers: 'A probe with another handler than the operator\'s ends up with two, which the API server refuses (SF-POD-PROBE).',
  serviceRollout: 'A change of the properties of a service does not restart its pods.',
  operatorKinds: 'Custom resources for the operator (SonataFlowBuild, a made-up platform) make no sense without it.',
  secretProperties: 'A property from a Secret is copied in clear into a ConfigMap (SF-PROP-SECRET); it becomes an environment variable.',
} as const satisfies Record<string, string>;

export type Correction = keyof typeof CORRECTIONS;

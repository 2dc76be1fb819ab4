import { Rule } from './check';
import { CLUSTER_PLATFORM_CHECKS, PLATFORM_CHECKS, WORKFLOW_CHECKS } from './checks';
import { CONSTRUCT_RULES } from './construct-rules';
import { SCHEMA_DOCUMENTATION } from './schema';

/** Every rule once, by id. */
export const RULES: ReadonlyMap<string, Rule> = new Map(([
  ...SCHEMA_DOCUMENTATION,
  ...PLATFORM_CHECKS,
  ...WORKFLOW_CHECKS,
  ...CLUSTER_PLATFORM_CHECKS,
  ...Object.values(CONSTRUCT_RULES),
] as readonly Rule[]).map((rule) => [rule.id, rule] as const).sort(([a], [b]) => a < b ? -1 : 1));

/** What only a rendering notices: it depends on the cluster, or on what is there already. */
export const RULES_OF_RENDERING: readonly string[] = [
  'SF-EVENT-BROKER-READY',
  'SF-EVENT-NO-KNATIVE',
  'SF-KNATIVE-MISSING',
  'SF-MIGRATION-FAILED',
  'SF-OBJECT-OWNED',
  'SF-PROMETHEUS-MISSING',
  'SF-RESOURCES-MISSING',
];

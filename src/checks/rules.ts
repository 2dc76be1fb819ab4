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

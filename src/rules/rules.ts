import { DECLARATION_RULES } from './declaration';
import { EVENTING_RULES } from './eventing';
import { FLOW_RULES } from './flow';
import { INPUT_RULES } from './input';
import { MIGRATION_RULES } from './migration';
import { PERSISTENCE_RULES } from './persistence';
import { PLATFORM_RULES } from './platform';
import { PODS_RULES } from './pods';
import { PROPERTIES_RULES } from './properties';
import { RESOURCES_RULES } from './resources';
import { Rule } from './rule';

/** Every rule by its id. Ids never change their meaning; one that is gone is not used again. */
export const RULES = {
  ...DECLARATION_RULES,
  ...EVENTING_RULES,
  ...FLOW_RULES,
  ...INPUT_RULES,
  ...MIGRATION_RULES,
  ...PERSISTENCE_RULES,
  ...PLATFORM_RULES,
  ...PODS_RULES,
  ...PROPERTIES_RULES,
  ...RESOURCES_RULES,
} as const satisfies Record<string, Rule>;

/** The id of a rule of the catalogue. */
export type RuleId = keyof typeof RULES;

/** All ids, sorted. */
export const RULE_IDS = Object.keys(RULES).sort() as RuleId[];

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}

export function ruleOf(id: RuleId): Rule {
  return RULES[id];
}

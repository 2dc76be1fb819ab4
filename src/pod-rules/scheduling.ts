import { objectRule, oneOf, range, atLeast, required, requiredShaped, shaped, unique } from './makers';
import { Mistake, PodRule } from './rule';
import { LABEL, LABEL_KEY, LABEL_VALUE, SUBDOMAIN } from './shapes';
import { list, quote, suggest } from '../findings/words';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

type Operators = Readonly<Record<string, 'none' | 'some' | 'one'>>;

const OF_LABELS: Operators = { In: 'some', NotIn: 'some', Exists: 'none', DoesNotExist: 'none' };
const OF_NODES: Operators = { ...OF_LABELS, Gt: 'one', Lt: 'one' };
const OF_NODE_FIELDS: Operators = { In: 'one', NotIn: 'one' };
const COUNTS = { none: 'no value', some: 'at least one value', one: 'exactly one value' } as const;

/** An expression about keys and values. */
function expressions(field: string, operators: Operators): PodRule[] {
  const words = Object.keys(operators);
  return [
    objectRule(field, 'value', `one of ${list(words)}, with the values that it needs`, ({ operator, values }): Mistake[] => {
      const wanted = operators[asText(operator)];
      if (!wanted) return [{ at: ['operator'], given: quote(operator), allowed: `one of ${list(words)}`, fix: suggest(asText(operator), words) }];
      const { length } = asList(values);
      if (wanted === 'none' ? length === 0 : wanted === 'one' ? length === 1 : length > 0) return [];
      return [{ at: ['values'], given: `${length} values for ${asText(operator)}`, allowed: `${COUNTS[wanted]} for ${asText(operator)}`, fix: `write ${COUNTS[wanted]}, or take another operator` }];
    }),
  ];
}

function labelSelector(field: string): PodRule[] {
  return [
    labels(`${field}.matchLabels`),
    ...expressions(`${field}.matchExpressions[]`, OF_LABELS),
    requiredShaped(`${field}.matchExpressions[].key`, LABEL_KEY),
    shaped(`${field}.matchExpressions[].values[]`, LABEL_VALUE),
  ];
}

/** Names and values of labels. */
function labels(field: string): PodRule {
  return objectRule(field, 'value', 'names and values of labels', (map) => Object.entries(map).flatMap(([key, value]): Mistake[] => {
    if (!LABEL_KEY.matches(key)) return [{ at: [key], given: `the name ${quote(key)}`, allowed: LABEL_KEY.words, fix: 'write the name of a label' }];
    if (typeof value !== 'string' || LABEL_VALUE.matches(value)) return [];
    return [{ at: [key], given: quote(value), allowed: LABEL_VALUE.words, fix: 'write the value that the label has' }];
  }));
}

function nodeSelectorTerm(field: string): PodRule[] {
  return [
    ...expressions(`${field}.matchExpressions[]`, OF_NODES),
    requiredShaped(`${field}.matchExpressions[].key`, LABEL_KEY),
    ...expressions(`${field}.matchFields[]`, OF_NODE_FIELDS),
    { ...oneOf(`${field}.matchFields[].key`, 'metadata.name'), required: true },
    shaped(`${field}.matchFields[].values[]`, SUBDOMAIN),
  ];
}

const NODES = 'affinity.nodeAffinity';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function podAffinityTerm(field: string): PodRule[] {
  return [
    requiredShaped(`${field}.topologyKey`, LABEL_KEY),
    shaped(`${field}.namespaces[]`, LABEL),
    ...labelSelector(`${field}.labelSelector`),
    ...labelSelector(`${field}.namespaceSelector`),
  ];
}

function podAffinity(field: string): PodRule[] {
  return [
    ...podAffinityTerm(`${field}.${REQUIRED}[]`),
    range(`${field}.${PREFERRED}[].weight`, 1, 100),
    ...podAffinityTerm(`${field}.${PREFERRED}[].podAffinityTerm`),
  ];
}

/** A key has to be said by Exists alone, if by nothing; what is tolerated for a time is an eviction. */
function toleration({ key = '', operator = '', value = '', effect = '', tolerationSeconds }: Partial<JsonObject>): Mistake[] {
  const words = ['Exists', 'Equal'];
  if (operator !== '' && !words.includes(asText(operator))) {
    return [{ at: ['operator'], given: quote(operator), allowed: `one of ${list(words)}`, fix: suggest(asText(operator), words) }];
  }
  const mistakes: Mistake[] = [];
  if (key === '' && operator !== 'Exists') {
    mistakes.push({ at: ['operator'], given: `${operator === '' ? 'no operator' : quote(operator)} without a key`, allowed: 'Exists where there is no key', fix: 'name the key of the taint, or write Exists' });
  }
  if (operator === 'Exists' && value !== '') {
    mistakes.push({ at: ['value'], given: `${quote(value)} beside Exists`, allowed: 'no value beside Exists', fix: 'leave the value out, or write Equal' });
  }
  if (operator !== 'Exists' && !LABEL_VALUE.matches(asText(value))) {
    mistakes.push({ at: ['value'], given: quote(value), allowed: LABEL_VALUE.words, fix: 'write the value that the taint has' });
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    mistakes.push({ at: ['tolerationSeconds'], other: ['effect'], given: `tolerationSeconds beside ${effect === '' ? 'no effect' : quote(effect)}`, allowed: 'tolerationSeconds beside the effect NoExecute', fix: 'write effect: NoExecute, or leave tolerationSeconds out' });
  }
  return mistakes;
}

/** Spreading needs a domain for it, and something to be spread. */
function spreadConstraint({ minDomains, whenUnsatisfiable, matchLabelKeys, labelSelector: selector }: Partial<JsonObject>): Mistake[] {
  const { matchLabels, matchExpressions } = asObject(selector);
  const expressed = asList(matchExpressions).map((expression) => asText(asObject(expression).key));
  const selected = new Set([...Object.keys(asObject(matchLabels)), ...expressed]);
  return [
    ...minDomains !== undefined && whenUnsatisfiable !== 'DoNotSchedule' ? [{
      at: ['minDomains'], other: ['whenUnsatisfiable'], given: `minDomains beside ${quote(whenUnsatisfiable)}`, allowed: 'minDomains beside whenUnsatisfiable: DoNotSchedule', fix: 'leave minDomains out, or write DoNotSchedule',
    }] : [],
    ...asList(matchLabelKeys).length > 0 && selector === undefined ? [{
      at: ['matchLabelKeys'], given: 'matchLabelKeys without labelSelector', allowed: 'matchLabelKeys beside a labelSelector', fix: 'add a labelSelector, or leave matchLabelKeys out',
    }] : [],
    ...asList(matchLabelKeys).flatMap((key, i) => selected.has(asText(key)) ? [{
      at: ['matchLabelKeys', i], other: ['labelSelector'], given: `${quote(key)}, which is in labelSelector too`, allowed: 'keys that the labelSelector does not have', fix: 'leave one of the two out',
    }] : []),
  ];
}

const SPREAD = 'topologySpreadConstraints';

/** On which nodes pods run. */
export const SCHEDULING_RULES: readonly PodRule[] = [
  labels('nodeSelector'),
  shaped('nodeName', SUBDOMAIN),
  requiredShaped('schedulingGates[].name', LABEL_KEY),
  unique('schedulingGates', 'name', ({ name }) => asText(name) || undefined, { at: ['name'] }),
  requiredShaped('readinessGates[].conditionType', LABEL_KEY),

  objectRule('tolerations[]', 'value', 'an operator, key, value, effect and time that go together', toleration),
  shaped('tolerations[].key', LABEL_KEY),
  oneOf('tolerations[].effect', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'),

  required(`${NODES}.${REQUIRED}.nodeSelectorTerms`, 'at least one term'),
  ...nodeSelectorTerm(`${NODES}.${REQUIRED}.nodeSelectorTerms[]`),
  range(`${NODES}.${PREFERRED}[].weight`, 1, 100),
  ...nodeSelectorTerm(`${NODES}.${PREFERRED}[].preference`),
  ...podAffinity('affinity.podAffinity'),
  ...podAffinity('affinity.podAntiAffinity'),

  atLeast(`${SPREAD}[].maxSkew`, 1),
  required(`${SPREAD}[].topologyKey`, 'the label of nodes by which pods are spread'),
  { ...oneOf(`${SPREAD}[].whenUnsatisfiable`, 'DoNotSchedule', 'ScheduleAnyway'), required: true },
  atLeast(`${SPREAD}[].minDomains`, 1),
  oneOf(`${SPREAD}[].nodeAffinityPolicy`, 'Honor', 'Ignore'),
  oneOf(`${SPREAD}[].nodeTaintsPolicy`, 'Honor', 'Ignore'),
  shaped(`${SPREAD}[].matchLabelKeys[]`, LABEL_KEY),
  ...labelSelector(`${SPREAD}[].labelSelector`),
  objectRule(`${SPREAD}[]`, 'conflict', 'fields that go together', spreadConstraint),
  unique(SPREAD, 'topologyKey and whenUnsatisfiable', ({ topologyKey, whenUnsatisfiable }) => (
    typeof topologyKey === 'string' && typeof whenUnsatisfiable === 'string' ? `${topologyKey}, ${whenUnsatisfiable}` : undefined
  ), { at: ['topologyKey'] }),
];

/** What claims of ephemeral volumes say of the volumes that they want. */
export const claimSelector = labelSelector;

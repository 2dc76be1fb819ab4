import { Mistake, PodRule, Problem } from './rule';
import { FieldPath } from '../json/field-path';
import { isJsonObject, Json, JsonObject } from '../json/json';

/** The rules about a field, and about what is in it. */
interface Node {
  readonly rules: PodRule[];
  readonly fields: Map<string, Node>;
  item?: Node;
  /** Some of the rules are asked even if the field is not there. */
  isRequired: boolean;
}

/** A table of rules that is ready to be asked. */
export type RuleTree = Node;

const CONTAINERS = ['containers[]', 'initContainers[]'];

/** Puts rules into the order of the fields, so that a pod is looked at once. */
export function ruleTree(rules: readonly PodRule[]): RuleTree {
  const root = node();
  for (const rule of rules) {
    for (const field of places(rule.field)) {
      const place = nodeAt(root, field);
      place.rules.push(rule);
      place.isRequired ||= rule.required === true;
    }
  }
  return root;
}

/** The patterns that a field with `*` stands for. */
export function places(field: string): string[] {
  return field.startsWith('*') ? CONTAINERS.map((container) => container + field.slice(1)) : [field];
}

function node(): Node {
  return { rules: [], fields: new Map(), isRequired: false };
}

function nodeAt(root: Node, field: string): Node {
  return field.split(/\.|(?=\[\])/).filter(Boolean).reduce((parent, step) => {
    if (step === '[]') return parent.item ??= node();
    let child = parent.fields.get(step);
    if (!child) parent.fields.set(step, child = node());
    return child;
  }, root);
}

/**
 * All that Kubernetes refuses of a pod.
 *
 * @param minor of the version 1.x of Kubernetes
 */
export function podProblems(tree: RuleTree, pod: JsonObject, minor: number): Problem[] {
  const problems: Problem[] = [];
  const visit = ({ rules, fields, item }: Node, value: Json | undefined, path: FieldPath): void => {
    for (const rule of rules) {
      if (value === undefined && !rule.required) continue;
      if (rule.until !== undefined && minor >= rule.until) continue;
      for (const mistake of rule.judge(value, pod, minor)) problems.push(problemOf(rule, mistake, path));
    }
    if (Array.isArray(value)) {
      if (item) value.forEach((child, i) => visit(item, child, [...path, i]));
    } else if (isJsonObject(value)) {
      for (const [name, child] of fields) {
        if (Object.hasOwn(value, name)) visit(child, value[name], [...path, name]);
        else if (child.isRequired) visit(child, undefined, [...path, name]);
      }
    }
  };
  visit(tree, pod, []);
  return problems;
}

function problemOf({ kind, allowed }: PodRule, mistake: Mistake, path: FieldPath): Problem {
  const { at = [], other, onlyHere, given, fix } = mistake;
  return { kind, path: [...path, ...at], ...other && { other: [...path, ...other] }, onlyHere, given, allowed: mistake.allowed ?? allowed, fix };
}

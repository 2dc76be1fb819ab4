import { changedField, lineName, ObjectName } from './change';
import { Consequence } from './consequences';
import { Difference, ExplainedChange, ExplainedObject } from './difference';
import { groupBy } from '../json/group-by';
import { Json } from '../json/json';
import { writeYaml } from '../yaml/writing';

/** Fields of an object that changed in the same way for the same reasons. */
export interface ChangeGroup {
  readonly fields: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly reasons: readonly string[];
  readonly consequences: readonly Consequence[];
}

/** The changes of an object as they are shown: such as differ in nothing but the field stand together. */
export function groupsOf({ changes }: ExplainedObject): ChangeGroup[] {
  const shown = changes.map((change) => {
    const same = { before: valueLines(change, change.before), after: valueLines(change, change.after), reasons: change.reasons };
    return { change, same, key: JSON.stringify(same) };
  });
  return [...groupBy(shown, ({ key }) => key).values()].map((group) => ({
    ...group[0]!.same,
    fields: group.map(({ change }) => shownField(change)),
    consequences: distinct(group.flatMap(({ change }) => change.consequences)),
  }));
}

function distinct(consequences: readonly Consequence[]): Consequence[] {
  return [...new Map(consequences.map((consequence) => [consequence.text, consequence])).values()];
}

/** The field of a change, with the line of the text in it. */
export function shownField(change: ExplainedChange): string {
  const field = changedField(change);
  if (change.of === 'value') return field;
  return `${field} ${change.of === 'line' ? lineName(change.after ?? change.before) : '(order)'}`.trim();
}

function valueLines({ of }: ExplainedChange, value: Json | undefined): string[] {
  if (value === undefined) return [];
  return of === 'value' && typeof value === 'object' ? yamlLines(value) : [of === 'value' ? JSON.stringify(value) : String(value)];
}

/** A value as YAML, line by line. */
export function yamlLines(value: Json): string[] {
  return writeYaml(value).replace(/\n$/, '').split('\n');
}

/** Such as `Deployment shop/orders`, with the group where two kinds have the name. */
export function shownObject({ apiVersion, kind, namespace, name }: ObjectName): string {
  const group = apiVersion.includes('/') && kind === 'Service' ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind}${group} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

/** Such as `2 objects added, 1 changed`. */
export function counted({ objects }: Difference): string {
  const count = (word: ExplainedObject['change']) => objects.filter(({ change }) => change === word).length;
  if (objects.length === 0) return 'no difference';
  return `${count('changed')} changed, ${count('added')} added, ${count('removed')} removed`;
}

/** All consequences of an object and of its fields, each once. */
export function allConsequences({ consequences, changes }: ExplainedObject): Consequence[] {
  return distinct([...consequences, ...changes.flatMap((change) => change.consequences)]);
}

/** Objects that changed in the same way, and of which the same is to be said, stand together. */
export function alike(objects: readonly ExplainedObject[]): ExplainedObject[][] {
  const all = (object: ExplainedObject) => [object.change, groupsOf(object), object.content, object.reasons, object.consequences];
  return [...groupBy(objects, (object) => JSON.stringify(all(object))).values()];
}

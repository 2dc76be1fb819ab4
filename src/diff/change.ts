import { fieldName } from '../json/field-path';
import { Json, JsonObject } from '../json/json';

/** An item of a list by the value of the field that tells the items apart. */
export interface NamedItem {
  readonly key: string;
  readonly name: string;
}

/** A step from an object to something in it. */
export type ChangeStep = string | number | NamedItem;

/** One thing in an object that differs. */
export interface Change {
  readonly path: readonly ChangeStep[];

  /**
   * What `before` and `after` are: the value of the field, a line of the text in it, or the order of the items of the list in it.
   */
  readonly of: 'value' | 'line' | 'order';

  /** @default - it was not there */
  readonly before?: Json;

  /** @default - it is no longer there */
  readonly after?: Json;
}

/** What tells objects of a cluster apart; the version of the API is not part of it. */
export interface ObjectName {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty where there is none. */
  readonly namespace: string;
  readonly name: string;
}

/** An object that is not the same before and after. */
export interface ObjectChange extends ObjectName {
  readonly change: 'added' | 'removed' | 'changed';
  /** What is different in it; none of an object that is there on one side only. */
  readonly changes: readonly Change[];
  /** The object that is there on one side only. */
  readonly content?: JsonObject;
}

/** Such as `spec.template.spec.containers[workflow].env[QUARKUS_PROFILE].value`. */
export function changedField({ path }: Pick<Change, 'path'>): string {
  let text = '';
  let fields: Array<string | number> = [];
  const flush = () => {
    const name = fieldName(fields);
    text += text === '' || name === '' || name.startsWith('[') ? name : `.${name}`;
    fields = [];
  };
  for (const step of path) {
    if (typeof step !== 'object') {
      fields.push(step);
      continue;
    }
    flush();
    text += `[${/^[\w./-]+$/.test(step.name) ? step.name : JSON.stringify(step.name)}]`;
  }
  flush();
  return text;
}

/** The name of the property that a line of a file of properties sets; of any other text the line. */
export function lineName(line: Json | undefined): string {
  const text = String(line ?? '');
  return (/^\s*((?:\\.|[^\s=:\\])+)\s*[=:]/.exec(text)?.[1] ?? text).trim();
}

/** Such as `Deployment shop/orders`. */
export function objectName({ kind, namespace, name }: Pick<ObjectName, 'kind' | 'namespace' | 'name'>): string {
  return `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
}

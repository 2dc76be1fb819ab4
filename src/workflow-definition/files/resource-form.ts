import { isJsonObject, Json, JsonObject } from '../../json/json';
import { FieldType, OBJECTS, ObjectType, STATES } from '../flow/fields';
import { flagOf, isGiven, textOf } from '../flow/values';

/** Integers or texts for the custom resource and the operator too. */
const EITHER: ReadonlySet<string> = new Set(['batchSize', 'numCompleted', 'maxAttempts', 'multiplier', 'jitter']);
/** What the engine takes for an object with one field. */
const SHORT: Readonly<Record<string, string>> = {
  error: 'name', function: 'name', correlation: 'contextAttributeName', workflowExecTimeout: 'duration', stateExecTimeout: 'total',
};
/** Where the operator wants a text or an object, and the engine takes a number for a text. */
const BY_NAME: ReadonlySet<string> = new Set(['start', 'transition', 'functionRef', 'subFlowRef']);
/** Flags in what the engine reads without types. */
const FLAGS: ReadonlySet<string> = new Set(['terminate', 'compensate']);

/**
 * A definition as a custom resource and the operator can hold it, wherever the engine reads another form as the same: short forms, numbers
 * in the place of texts, texts in the place of flags.
 */
export function resourceForm(definition: JsonObject): JsonObject {
  const form = objectForm(definition, objectType('workflow'), false);
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null).map(([field, value]): [string, Json] => {
    if (field === 'dataInputSchema') return [field, inputSchemaForm(value)];
    return [field, field === 'states' && Array.isArray(value) ? value.map(stateForm) : value];
  }));
}

function inputSchemaForm(given: Json): Json {
  if (typeof given === 'string') return { schema: given, failOnValidationErrors: true };
  if (!isJsonObject(given) || given.failOnValidationErrors === undefined) return given;
  return { ...given, failOnValidationErrors: flag(given.failOnValidationErrors) };
}

function stateForm(state: Json): Json {
  if (!isJsonObject(state)) return state;
  const { type } = state;
  const known = typeof type === 'string' && Object.hasOwn(STATES, type) ? STATES[type] : undefined;
  return known ? objectForm(state, known, true) : state;
}

/** @param inState what a state has in it, the operator reads in short forms as well, and leaves out what it does not know */
function objectForm(given: JsonObject, { fields, lenient = false }: ObjectType, inState: boolean): JsonObject {
  return Object.fromEntries(Object.entries(given).flatMap(([field, value]): Array<[string, Json]> => {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (type === undefined) return lenient && !inState ? [] : [[field, value]];
    return [[field, isGiven(value) && !EITHER.has(field) ? valueForm(value, type, field, inState) : value]];
  }));
}

function valueForm(value: Json, type: FieldType, field: string, inState: boolean): Json {
  switch (type) {
    case 'text': return scalarText(value);
    case 'flag': return flag(value);
    case 'texts': return Array.isArray(value) ? value.map(scalarText) : value;
    case 'any':
      if (field === 'produceEvents') return eventsForm(value, inState);
      return FLAGS.has(field) ? flag(value) : value;
    case 'number': case 'map': return value;
    default: return 'of' in type || 'listOf' in type ? structureForm(value, type, field, inState) : value;
  }
}

function structureForm(value: Json, type: Extract<FieldType, { of: string } | { listOf: string }>, field: string, inState: boolean): Json {
  const name = 'of' in type ? type.of : type.listOf;
  if (name === 'produceEvent') return eventsForm(value, inState);
  if (Array.isArray(value)) return value.map((item) => itemForm(item, name, inState));
  return 'listOf' in type || type.list ? value : itemForm(value, name, inState, field);
}

/** The engine takes the values of an object for events. */
function eventsForm(value: Json, inState: boolean): Json {
  const events = isJsonObject(value) ? Object.values(value) : value;
  return Array.isArray(events) ? events.map((event) => typeof event === 'string' ? { eventRef: event } : itemForm(event, 'produceEvent', inState)) : value;
}

function itemForm(value: Json, name: string, inState: boolean, field = ''): Json {
  if (isJsonObject(value)) return objectForm(value, objectType(name), inState);
  if (name === 'end') return typeof value === 'string' ? true : value;
  if (BY_NAME.has(field)) return scalarText(value);
  const main = SHORT[name];
  return typeof value === 'string' && main !== undefined && !inState ? { [main]: value } : value;
}

/** What no table describes is left as it is. */
function objectType(name: string): ObjectType {
  return OBJECTS[name] ?? { fields: {} };
}

function scalarText(value: Json): Json {
  return textOf(value) ?? value;
}

function flag(value: Json): Json {
  return typeof value === 'string' && /^(?:true|false)$/i.test(value) ? flagOf(value, false) : value;
}

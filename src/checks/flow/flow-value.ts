import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { list, quote, suggest } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { unreadableFlow } from '../../model/flow-definition/flow-definition';
import { Violation } from '../../rules/found';
import { kindOf } from '../../workflow-definition/flow/actions';
import { declared } from '../../workflow-definition/flow/declarations';
import { producedEvents } from '../../workflow-definition/flow/references';
import { isGiven } from '../../workflow-definition/flow/values';

/** The extensions that the engine knows, with their fields. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'workflow-uri-definitions': ['uri', 'definitions'],
  'workflow-output-schema': ['outputSchema'],
  'workflow-function-namespaces': ['namespaces'],
};

/** The engine cannot read it. What the operator cannot read of a custom resource either is an obstacle, and retries have another form there. */
export const flowValue: DefinitionCheck = {
  rule: 'SF-FLOW-VALUE',
  check: (subject) => {
    const { definition, reading, origin } = subject;
    const values = reading.filter(({ kind }) => kind === 'value').map(({ path, given, allowed, fix }) => ({ path, given, allowed, fix }));
    if (origin === 'file') return [...values, ...extensions(definition), ...lostFields(subject)];
    const passing = values.filter(({ path: [first] }) => first !== 'retries');
    return passing.length === 0 || unreadableFlow({ spec: { flow: definition } }).length > 0 ? [] : passing;
  },
};

function extensions({ extensions: given }: DefinitionSubject['definition']): Violation[] {
  if (isGiven(given) && !Array.isArray(given)) return [{ path: ['extensions'], given: 'extensions that are no list', allowed: 'a list', fix: 'write a list, even of one' }];
  return asList(given).flatMap((item, i): Violation[] => {
    const extension = asObject(item);
    const { extensionid } = extension;
    const fields = typeof extensionid === 'string' && Object.hasOwn(EXTENSIONS, extensionid) ? EXTENSIONS[extensionid] : undefined;
    if (fields) {
      return [
        ...Object.keys(extension).filter((field) => field !== 'extensionid' && !fields.includes(field)).map((field) => unknownField(field, fields, ['extensions', i])),
        ...isGiven(extension.namespaces) && !Array.isArray(extension.namespaces) ? [{
          path: ['extensions', i, 'namespaces'], given: 'namespaces that are no list', allowed: 'a list', fix: 'write a list, even of one',
        }] : [],
      ];
    }
    return [{
      path: ['extensions', i, ...isGiven(extensionid) ? ['extensionid'] : []],
      given: isGiven(extensionid) ? JSON.stringify(extensionid) : 'an extension without extensionid, in lower case',
      allowed: Object.keys(EXTENSIONS).join(', '),
      fix: 'name one of them in extensionid, or take the extension out',
    }];
  });
}

function unknownField(field: string, known: readonly string[], path: FieldPath): Violation {
  return { path: [...path, field], given: `the field ${quote(field)}`, allowed: list(known), fix: suggest(field, known, 'take it out') };
}

/** What the engine needs and does not get to behind a list or an object among texts: its reader takes their beginning for a text, and loses the rest. */
function lostFields({ definition, calls, references, actions, graph }: DefinitionSubject): Violation[] {
  const called = new Set(calls.map(({ name }) => name));
  const used = new Set(references.filter((one) => one.list === 'events').map(({ name }) => name));
  return [
    ...lostIn(definition, 'metadata', ['start', 'states'], []),
    ...asList(definition.states).flatMap((state, i) => lostIn(asObject(state), 'metadata', ['transition', 'end', 'dataConditions', 'eventConditions'], ['states', i])),
    ...declared(definition, 'functions').filter(({ name }) => called.has(name))
      .flatMap(({ given, path }) => lostIn(given, 'metadata', ['name', 'operation', 'type'], path.slice(0, 2))),
    ...declared(definition, 'events').filter(({ name }) => used.has(name)).flatMap(({ given, path }) => lostIn(given, 'metadata', ['name', 'type'], path.slice(0, 2))),
    ...graph.built.flatMap(producedEvents).flatMap(({ event, path }) => lostIn(asObject(event), 'contextAttributes', ['eventRef'], path)),
    // The reader of an action then goes on in the action itself.
    ...actions.filter((action) => kindOf(action) === 'eventRef').flatMap(({ action, path }) => nestedIn(asObject(action.eventRef), 'contextAttributes', [...path, 'eventRef'])),
  ];
}

function lostIn(holder: Partial<JsonObject>, texts: string, needed: readonly string[], path: FieldPath): Violation[] {
  const fields = Object.keys(holder);
  const behind = fields.slice(fields.indexOf(texts) + 1).find((field) => needed.includes(field));
  return behind ? nestedIn(holder, texts, path, behind) : [];
}

function nestedIn(holder: Partial<JsonObject>, texts: string, path: FieldPath, lost?: string): Violation[] {
  const nested = Object.entries(asObject(holder[texts])).find(([, value]) => typeof value === 'object' && value !== null);
  return nested ? [{
    path: [...path, texts, nested[0]],
    given: `${Array.isArray(nested[1]) ? 'a list' : 'an object'} in ${texts}`,
    allowed: `a text: ${lost === undefined ? 'with a list or an object in it the action sends nothing' : `behind a list or an object the engine does not read ${lost}`}`,
    fix: lost === undefined ? 'write a text' : `write a text, or put ${texts} last`,
  }] : [];
}

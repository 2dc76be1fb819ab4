import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { list, quote, suggest } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { unreadableFlow } from '../../model/flow-definition/flow-definition';
import { Violation } from '../../rules/found';
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
  check: ({ definition, reading, origin }) => {
    const values = reading.filter(({ kind }) => kind === 'value').map(({ path, given, allowed, fix }) => ({ path, given, allowed, fix }));
    if (origin === 'file') return [...values, ...extensions(definition), ...lostFields(definition)];
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
    if (fields) return Object.keys(extension).filter((field) => field !== 'extensionid' && !fields.includes(field)).map((field) => unknownField(field, fields, ['extensions', i]));
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

/** What the engine needs and does not get to behind metadata with a list or an object: its reader takes their beginning for a text, and loses the rest. */
function lostFields(definition: JsonObject): Violation[] {
  return [
    ...lostIn(definition, ['start', 'states'], []),
    ...asList(definition.states).flatMap((state, i) => lostIn(asObject(state), ['transition', 'end', 'dataConditions', 'eventConditions'], ['states', i])),
  ];
}

function lostIn(holder: Partial<JsonObject>, needed: readonly string[], path: FieldPath): Violation[] {
  const fields = Object.keys(holder);
  const behind = fields.slice(fields.indexOf('metadata') + 1).find((field) => needed.includes(field));
  const nested = Object.entries(asObject(holder.metadata)).find(([, value]) => typeof value === 'object' && value !== null);
  return nested && behind ? [{
    path: [...path, 'metadata', nested[0]],
    given: `${Array.isArray(nested[1]) ? 'a list' : 'an object'} in metadata`,
    allowed: `a text: behind a list or an object the engine does not read ${behind}`,
    fix: 'write a text, or put metadata last',
  }] : [];
}

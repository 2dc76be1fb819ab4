import { DefinitionCheck } from './definition-subject';
import { FieldPath } from '../../json/field-path';
import { asList, asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { declared } from '../../workflow-definition/flow/declarations';
import { textOf } from '../../workflow-definition/flow/values';

const PACKAGE = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

/** A backslash that begins no escape of a text of Java; `"` gets one of its own in front. */
const LONE_BACKSLASH = /(?<!\\)(?:\\\\)*\\(?![\\btnfrs'0-7]|u+[0-9a-fA-F]{4})/;

/** The engine writes some texts into Java as they are; the build fails. */
export const flowJava: DefinitionCheck = {
  rule: 'SF-FLOW-JAVA',
  check: ({ definition, graph, references, expressions, expressionFunctions }) => {
    const { name, description, annotations, metadata } = definition;
    const awaited = new Set(references.filter((one) => one.awaited).map((one) => one.name));
    const pack = textOf(asObject(metadata).package);
    return [
      ...quoted(name, ['name']),
      ...quoted(description, ['description']),
      ...asList(annotations).flatMap((annotation, i) => quoted(annotation, ['annotations', i])),
      ...declared(definition, 'events').filter((event) => awaited.has(event.name)).flatMap(({ given, path }) => quoted(given.type, [...path.slice(0, 2), 'type'])),
      ...graph.states.filter((state) => /["\\]/.test(state.name)).map(({ path }) => (
        { path: [...path, 'name'], given: 'the name of a state with a quote or a backslash', allowed: 'neither of them', fix: 'take it out' }
      )),
      ...expressions.filter((one) => one.inJava && LONE_BACKSLASH.test(expressionFunctions.resolved(one).source)).map(({ path }) => (
        { path, given: 'a condition with a lone backslash', allowed: 'none, or two for one', fix: 'use + instead of \\( ), or write \\\\ for \\' }
      )),
      ...pack === undefined || PACKAGE.test(pack) ? [] : [{ path: ['metadata', 'package'], given: JSON.stringify(pack), allowed: 'a package of Java', fix: 'use letters, digits and dots' }],
    ];
  },
};

function quoted(value: unknown, path: FieldPath): Violation[] {
  const text = textOf(value);
  if (text === undefined || !text.includes('"')) return [];
  return [{ path, given: 'a text with double quotes', allowed: 'none here: the build writes it into Java as it is', fix: 'use single quotes' }];
}

import { DefinitionCheck, DefinitionSubject } from './definition-subject';
import { limitsOfEvents } from './event-limits';
import { FieldPath } from '../../json/field-path';
import { asList, asObject } from '../../json/lenient';
import { Violation } from '../../rules/found';
import { kindOf } from '../../workflow-definition/flow/actions';
import { declared } from '../../workflow-definition/flow/declarations';
import { takesArguments } from '../../workflow-definition/flow/expressions';
import { isGiven, textOf } from '../../workflow-definition/flow/values';

/** Of the words of Java those that somebody may write into the name of a package. */
const RESERVED = new Set(('abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto '
  + 'if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this '
  + 'throw throws transient try void volatile while true false null _').split(' '));

/** A backslash that begins no escape of a text of Java; `"` gets one of its own in front. */
function hasLoneBackslash(text: string): boolean {
  for (const [, behind = ''] of text.matchAll(/\\(u+[0-9a-fA-F]{4}|[^]?)/g)) {
    if (!/^(?:u.|[\\btnfrs'0-7])/.test(behind)) return true;
  }
  return false;
}

/** The engine writes some texts into Java as they are; the build fails. */
export const flowJava: DefinitionCheck = {
  rule: 'SF-FLOW-JAVA',
  check: (subject) => {
    const { definition: { name, description, version, annotations, metadata }, graph, expressions, expressionFunctions } = subject;
    return [
      ...asItIs(name, ['name']),
      ...asItIs(description, ['description']),
      ...withBackslash(version, ['version']),
      ...asList(annotations).flatMap((annotation, i) => asItIs(annotation, ['annotations', i])),
      ...ofEvents(subject),
      ...ofErrors(subject),
      ...ofActions(subject),
      ...ofTimes(subject),
      ...graph.states.filter((state) => /["\\]/.test(state.name)).map(({ path }) => (
        { path: [...path, 'name'], given: 'the name of a state with a quote or a backslash', allowed: 'neither of them', fix: 'take it out' }
      )),
      ...expressions.filter((one) => one.inJava && hasLoneBackslash(expressionFunctions.resolved(one).source)).map(({ path }) => (
        { path, given: 'a condition with a lone backslash', allowed: 'none, or two for one', fix: 'use + instead of \\( ), or write \\\\ for \\' }
      )),
      ...ofPackage(textOf(asObject(metadata).package)),
    ];
  },
};

function ofEvents({ definition, references, actions }: DefinitionSubject): Violation[] {
  const used = new Set(references.filter(({ list }) => list === 'events').map(({ name }) => name));
  const awaited = new Set(references.filter((one) => one.awaited).map(({ name }) => name));
  const sentByActions = new Set(
    actions.filter((action) => kindOf(action) === 'eventRef').map(({ action }) => textOf(asObject(action.eventRef).triggerEventRef)),
  );
  return declared(definition, 'events').filter(({ name }) => used.has(name)).flatMap(({ name, path, given }) => {
    const event = path.slice(0, 2);
    return [
      ...awaited.has(name) || sentByActions.has(name) ? withBackslash(name, path) : [],
      ...asItIs(given.type, [...event, 'type']),
      ...awaited.has(name) ? asList(given.correlation).flatMap((item, i) => asItIs(
        textOf(item) ?? asObject(item).contextAttributeName, [...event, 'correlation', i, ...isGiven(asObject(item).contextAttributeName) ? ['contextAttributeName'] : []],
      )) : [],
    ];
  });
}

function ofErrors({ definition, references }: DefinitionSubject): Violation[] {
  const used = new Set(references.filter(({ list }) => list === 'errors').map(({ name }) => name));
  return declared(definition, 'errors').filter(({ name }) => used.has(name)).flatMap(({ path, given }) => asItIs(given.code, [...path.slice(0, 2), 'code']));
}

function ofActions({ actions, calls, graph }: DefinitionSubject): Violation[] {
  return [
    ...actions.filter(({ action }) => isGiven(action.condition)).flatMap(({ action, path }) => withBackslash(action.name, [...path, 'name'])),
    ...calls.flatMap(({ name, path, args, action, called }) => [
      ...withBackslash(name, path),
      ...Object.keys(called && takesArguments(called) ? asObject(args) : {}).flatMap((key) => asItIs(key, [...action.path, 'functionRef', 'arguments', key])),
    ]),
    ...graph.built.filter(({ type }) => type === 'parallel').flatMap(({ state, path }) => asList(state.branches).flatMap((branch, i) => (
      withBackslash(asObject(branch).name, [...path, 'branches', i, 'name'])
    ))),
  ];
}

/** Expressions among them: those of other places the build escapes. */
function ofTimes(subject: DefinitionSubject): Violation[] {
  const { graph, actions } = subject;
  return [
    ...graph.built.filter(({ type }) => type === 'sleep').flatMap(({ state, path }) => asItIs(state.duration, [...path, 'duration'])),
    ...graph.built.filter(({ type }) => type === 'foreach').flatMap(({ state, path }) => (
      ['inputCollection', 'iterationParam'].flatMap((field) => asItIs(state[field], [...path, field]))
    )),
    ...actions.flatMap(({ action, path }) => ['before', 'after'].flatMap((field) => asItIs(asObject(action.sleep)[field], [...path, 'sleep', field]))),
    ...limitsOfEvents(subject).flatMap(({ value, path }) => asItIs(value, path)),
  ];
}

function ofPackage(name: string | undefined): Violation[] {
  if (name === undefined || name.split('.').every((part) => /^[A-Za-z_$][\w$]*$/.test(part) && !RESERVED.has(part))) return [];
  return [{ path: ['metadata', 'package'], given: JSON.stringify(name), allowed: 'a package of Java', fix: 'use letters, digits and dots, and no word of Java' }];
}

function asItIs(value: unknown, path: FieldPath): Violation[] {
  if (!textOf(value)?.includes('"')) return withBackslash(value, path);
  return [{ path, given: 'a text with double quotes', allowed: 'none here: the build writes it into Java as it is', fix: 'write it without them, an expression as a function: fn:name' }];
}

function withBackslash(value: unknown, path: FieldPath): Violation[] {
  if (!hasLoneBackslash(textOf(value) ?? '')) return [];
  return [{ path, given: 'a text with a lone backslash', allowed: 'none here, or two for one: the build writes it into Java as it is', fix: 'write \\\\ for \\' }];
}

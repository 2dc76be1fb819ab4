import { DefinitionCheck } from './definition-subject';
import { quote } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { declared } from '../../workflow-definition/flow/declarations';
import { isGiven } from '../../workflow-definition/flow/values';

/** The build fails. */
export const flowEvents: DefinitionCheck = {
  rule: 'SF-FLOW-EVENTS',
  check: ({ definition, graph, references }) => {
    const awaitsNothing = graph.built.filter(({ type }) => type === 'event').flatMap(({ name, path, state }) => {
      const onEvents = asList(state.onEvents);
      const empty = onEvents.flatMap((item, i) => asList(asObject(item).eventRefs).length > 0 ? [] : [[...path, 'onEvents', i]]);
      return (onEvents.length === 0 ? [path] : empty).map((at) => ({
        path: at,
        given: `the event state ${quote(name)}, which waits for ${onEvents.length === 0 ? 'nothing' : 'nothing here'}`,
        allowed: 'onEvents with eventRefs, none of them empty',
        fix: 'name the events in eventRefs',
      }));
    });
    const first = graph.built.find(({ type, name }) => type === 'event' && name === graph.start?.name);
    const filtered = first && isGiven(asObject(first.state.stateDataFilter).input) ? [{
      path: [...first.path, 'stateDataFilter', 'input'],
      given: `a filter of the input of the event state ${quote(first.name)}, with which the flow begins`,
      allowed: 'none: there is nothing to filter, and the build fails',
      fix: 'take it out, or use the eventDataFilter of onEvents',
    }] : [];
    const used = new Set(references.filter(({ list }) => list === 'events').map(({ name }) => name));
    const awaited = new Set(references.filter((one) => one.awaited).map(({ name }) => name));
    const incomplete = declared(definition, 'events').filter(({ name }) => used.has(name)).flatMap(({ name, path, given }) => [
      ...isGiven(given.type) && given.type !== '' ? [] : [{ path: path.slice(0, 2), given: `the event ${quote(name)} without a type`, allowed: 'the type of its CloudEvents', fix: 'add type' }],
      ...awaited.has(name) ? asList(given.correlation).flatMap((item, i) => (
        typeof item === 'string' || isGiven(asObject(item).contextAttributeName) ? [] : [{
          path: [...path.slice(0, 2), 'correlation', i], given: 'a correlation without contextAttributeName', allowed: 'the name of a context attribute', fix: 'add contextAttributeName',
        }]
      )) : [],
    ]);
    return [...awaitsNothing, ...filtered, ...incomplete];
  },
};

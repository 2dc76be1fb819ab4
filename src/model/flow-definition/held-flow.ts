import { unreadableFlow } from './flow-definition';
import { FieldPath } from '../../json/field-path';
import { copyJson, isJsonObject, Json, JsonObject, valueAt } from '../../json/json';
import { judge } from '../../validation/schema';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { API_VERSION } from '../resource';

/** What a custom resource can hold of a flow. */
export interface HeldFlow {
  readonly flow: JsonObject;
  /** What is left out of it, in the flow. */
  readonly leftOut: readonly FieldPath[];
}

/** What the operator writes back in another form, which the API server refuses. */
const WRITTEN_BACK = ['retries', 'constants'] as const;
/** More rounds than there are mistakes of which one hides the other. */
const MOST_ROUNDS = 20;

/**
 * A flow without what the API server or the operator does not take: where the definition itself is in the image, the custom resource only
 * has to tell the operator of it.
 */
export function heldFlow(given: JsonObject, { crds, writesFlowsBack }: OperatorBehaviour): HeldFlow {
  const flow = copyJson(given);
  const leftOut: FieldPath[] = [];
  for (const field of writesFlowsBack ? WRITTEN_BACK : []) if (takeOut(flow, [field])) leftOut.push([field]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wrong = notHeld(flow, crds);
    const taken = wrong.flatMap((path) => {
      const at = removable(flow, path);
      return at && takeOut(flow, at) ? [at] : [];
    });
    if (taken.length === 0) break;
    leftOut.push(...taken);
  }
  return { flow, leftOut };
}

function notHeld(flow: JsonObject, crds: OperatorBehaviour['crds']): FieldPath[] {
  const spec = { flow };
  const { problems } = judge(crds, { apiVersion: API_VERSION, kind: 'SonataFlow', metadata: { name: 'held', namespace: 'held' }, spec });
  const refused = problems.map(({ path }) => path);
  const paths = refused.length > 0 ? refused : unreadableFlow({ spec }).map(({ path }) => path);
  // The last of a list first, so that the places of the others stay.
  return paths.filter(([first, second]) => first === 'spec' && second === 'flow').map((path) => path.slice(2)).reverse();
}

/** The value itself, or what has it in it where something is missing there; never the flow or its states. */
function removable(flow: JsonObject, path: FieldPath): FieldPath | undefined {
  for (let at = path; at.length > 0; at = at.slice(0, -1)) {
    if (valueAt(flow, at) !== undefined && !(at.length === 1 && at[0] === 'states')) return at;
  }
  return undefined;
}

function takeOut(flow: JsonObject, path: FieldPath): boolean {
  const holder: Json | undefined = valueAt(flow, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(holder) && typeof last === 'number') return holder.splice(last, 1).length > 0;
  if (!isJsonObject(holder) || last === undefined || !Object.hasOwn(holder, last)) return false;
  delete holder[last];
  return true;
}

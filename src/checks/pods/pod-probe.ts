import { forEachContainer } from './operator-containers';
import { asObject } from '../../json/lenient';
import { secondHandlers } from '../../manifests/parts/own-entries';
import { PROBE_HANDLERS } from '../../pod-rules/probes';

/** The operator merges field by field, so the probe ends up with two handlers, which the API server refuses. */
export const podProbe = forEachContainer('SF-POD-PROBE', ({ path, own, users }) => secondHandlers(users, own)
  // Two of the user's own are too many whatever the operator does.
  .filter(([probe]) => PROBE_HANDLERS.filter((handler) => handler in asObject(users[probe])).length === 1)
  .map(([probe, [handler]]) => ({
    path: [...path, 'container', probe],
    given: `${handler} beside the operator's httpGet`,
    allowed: 'httpGet, whose path and port can be changed, and the numbers of the probe',
    fix: 'use httpGet, or leave the handler out',
  })));

import { forEachContainer } from './operator-containers';
import { list } from '../../findings/words';
import { secondHandlers } from '../../manifests/parts/own-entries';

/** The operator merges field by field, so the probe ends up with two handlers, which the API server refuses. */
export const podProbe = forEachContainer('SF-POD-PROBE', ({ path, own, users }) => secondHandlers(users, own).map(([probe, handlers]) => ({
  path: [...path, 'container', probe],
  given: `${list(handlers)} beside the operator's httpGet`,
  allowed: 'httpGet, whose path and port can be changed, and the numbers of the probe',
  fix: 'use httpGet, or leave the handler out',
})));

import { forEachPod } from './pod-problems';

/** Of some fields exactly one, or at most one, can be there. */
export const podOneOf = forEachPod('SF-POD-ONE-OF', 'oneOf');

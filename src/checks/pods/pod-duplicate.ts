import { forEachPod } from './pod-problems';

/** Lists are found by a key of their entries, which each entry has to have for itself. */
export const podDuplicate = forEachPod('SF-POD-DUPLICATE', 'duplicate');

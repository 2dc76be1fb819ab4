import { forEachPod } from './pod-problems';

/** Some fields contradict one another, or need one another. */
export const podConflict = forEachPod('SF-POD-CONFLICT', 'conflict');

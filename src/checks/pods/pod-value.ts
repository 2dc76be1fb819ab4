import { forEachPod } from './pod-problems';

/** Kubernetes takes some words, numbers and forms only. */
export const podValue = forEachPod('SF-POD-VALUE', 'value');

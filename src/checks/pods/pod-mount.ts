import { forEachPod } from './pod-problems';

/** A mount or a device names a volume of the pod, and has a path for itself. */
export const podMount = forEachPod('SF-POD-MOUNT', 'mount');

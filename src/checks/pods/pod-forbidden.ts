import { forEachPod } from './pod-problems';

/** The pods of a Deployment run until they are replaced. */
export const podForbidden = forEachPod('SF-POD-FORBIDDEN', 'forbidden');

import { forEachPod } from './pod-problems';

/** The CRD knows fields that the API server of an older cluster does not know. */
export const podUnknown = forEachPod('SF-POD-UNKNOWN', 'unknown');

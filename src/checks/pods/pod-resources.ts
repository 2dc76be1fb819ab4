import { forEachPod } from './pod-problems';

/** What is asked for has to be a resource of nodes, and at most the limit, be it the operator's own. */
export const podResources = forEachPod('SF-POD-RESOURCES', 'resources');

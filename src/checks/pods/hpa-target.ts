import { quote } from '../../findings/words';
import { autoscalersOf } from '../../model/autoscaler';
import { API_VERSION } from '../../model/resource';
import { Check, WorkflowSubject } from '../check';

/** Where Kubernetes objects are rendered there is no SonataFlow that could be scaled. */
export const hpaTarget: Check<WorkflowSubject> = {
  rule: 'SF-HPA-TARGET',
  check: ({ landscape, target, workflow: { name, namespace, deploymentModel } }) => {
    if (target !== 'kubernetesObjects') return [];
    return autoscalersOf(landscape, { apiVersion: API_VERSION, kind: 'SonataFlow', name, namespace }).map(({ metadata }) => ({
      given: `the HorizontalPodAutoscaler ${quote(metadata.name)} of the SonataFlow ${quote(name)}, which is not written`,
      ...deploymentModel === 'knative' ? {
        allowed: 'none: Knative itself scales the workflow',
        fix: 'take the autoscaler away, and say its bounds in annotations of Knative',
      } : {
        allowed: `the Deployment ${quote(name)}`,
        fix: `write scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}; with cdk8s-plus give the workflow as target`,
      },
    }));
  },
};

import { quote } from '../../findings/words';
import { asObject } from '../../json/lenient';
import { Check, WorkflowSubject } from '../check';

/** Operator 10.1.0 sets the replicas of the Deployment back to those of the custom resource at each turn. */
export const replicasHpa: Check<WorkflowSubject> = {
  rule: 'SF-REPLICAS-HPA',
  check: ({ landscape, target, workflow: { name, namespace } }) => {
    if (landscape.operator.disruptionBudgets || target === 'kubernetesObjects') return [];
    const scales = landscape.objects('HorizontalPodAutoscaler', namespace).filter(({ spec }) => {
      const { kind, name: scaled } = asObject(asObject(spec).scaleTargetRef);
      return kind === 'Deployment' && scaled === name;
    });
    return scales.map(({ metadata }) => ({
      path: ['spec', 'podTemplate'],
      given: `the HorizontalPodAutoscaler ${quote(metadata.name)} on the workflow's Deployment`,
      allowed: 'fixed replicas: the operator sets them back at each turn',
      fix: 'give podTemplate.replicas, use deploymentModel: knative, or an operator of 1.x and the SonataFlow as scaleTargetRef',
    }));
  },
};

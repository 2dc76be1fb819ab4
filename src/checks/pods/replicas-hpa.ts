import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { autoscalersOf, deploymentTarget } from '../../model/autoscaler';
import { servicePath } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, Subject, WorkflowSubject } from '../check';

/** Operator 10.1.0 sets the replicas of the Deployment back to those of the custom resource at each turn. */
const SET_BACK: RuleId = 'SF-REPLICAS-HPA';

export const workflowReplicasHpa: Check<WorkflowSubject> = {
  rule: SET_BACK,
  // Of one with Knative there is no such Deployment (SF-HPA-TARGET).
  check: (subject) => subject.workflow.deploymentModel === 'knative' ? [] : setBack(subject, subject.workflow, {
    path: ['spec', 'podTemplate'],
    whose: 'workflow',
    fix: 'give podTemplate.replicas, use deploymentModel: knative, or an operator of 1.x and the SonataFlow as scaleTargetRef',
  }),
};

export const serviceReplicasHpa: Check<PlatformSubject> = {
  rule: SET_BACK,
  check: (subject) => subject.platform.dataIndex ? setBack(subject, subject.platform.dataIndex, {
    path: [...servicePath('dataIndex'), 'podTemplate'], whose: 'Data Index', fix: 'give podTemplate.replicas, or an operator of 1.x, which leaves them to the autoscaler',
  }) : [],
};

function setBack(
  { landscape, target }: Subject, deployment: { readonly name: string; readonly namespace: string },
  { path, whose, fix }: { readonly path: FieldPath; readonly whose: string; readonly fix: string },
): Violation[] {
  if (landscape.operator.disruptionBudgets || target === 'kubernetesObjects') return [];
  return autoscalersOf(landscape, deploymentTarget(deployment)).map(({ metadata }) => ({
    path,
    given: `the HorizontalPodAutoscaler ${quote(metadata.name)} on the ${whose}'s Deployment`,
    allowed: 'fixed replicas: the operator sets them back at each turn',
    fix,
  }));
}

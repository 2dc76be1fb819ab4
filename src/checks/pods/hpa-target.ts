import { Severity } from '../../findings/finding';
import { quote } from '../../findings/words';
import { autoscalersOf, deploymentTarget, ScaleTarget } from '../../model/autoscaler';
import { API_VERSION } from '../../model/resource';
import { Violation } from '../../rules/found';
import { Check, WorkflowSubject } from '../check';

/** Where Kubernetes objects are rendered there is no SonataFlow that could be scaled, and with Knative there is no Deployment of that name. */
export const hpaTarget: Check<WorkflowSubject> = {
  rule: 'SF-HPA-TARGET',
  check: (subject) => subject.workflow.deploymentModel === 'knative' ? ofKnative(subject) : ofCustomResource(subject),
};

function ofCustomResource({ landscape, target, workflow }: WorkflowSubject): Violation[] {
  if (target !== 'kubernetesObjects') return [];
  const { name } = workflow;
  return autoscalersOf(landscape, resourceTarget(workflow)).map(({ metadata }) => ({
    given: `the HorizontalPodAutoscaler ${quote(metadata.name)} of the SonataFlow ${quote(name)}, which is not written`,
    allowed: `the Deployment ${quote(name)}`,
    fix: `write scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}; with cdk8s-plus give the workflow as target`,
  }));
}

function ofKnative({ landscape, target, workflow }: WorkflowSubject): Violation[] {
  return [resourceTarget(workflow), deploymentTarget(workflow)].flatMap((scaled) => autoscalersOf(landscape, scaled).map(({ metadata }) => ({
    given: `the HorizontalPodAutoscaler ${quote(metadata.name)} of the ${scaled.kind} ${quote(scaled.name)}, which runs with Knative`,
    allowed: 'none: Knative itself scales the workflow',
    fix: 'take the autoscaler away, and say its bounds in annotations of Knative',
    // Beside a custom resource it does nothing, and nobody refuses it.
    severity: target === 'kubernetesObjects' ? undefined : Severity.WARNING,
  })));
}

function resourceTarget({ name, namespace }: WorkflowSubject['workflow']): ScaleTarget {
  return { apiVersion: API_VERSION, kind: 'SonataFlow', name, namespace };
}

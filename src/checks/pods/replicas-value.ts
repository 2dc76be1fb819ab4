import { FieldPath } from '../../json/field-path';
import { servicePath } from '../../model/service';
import { REPLICAS_RULE } from '../../pod-rules/pod-fields';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** The CRD takes any number; the Jobs Service and Knative Services get theirs from others. */
const POD_VALUE: RuleId = 'SF-POD-VALUE';

function replicas(value: number | undefined, path: FieldPath): Violation[] {
  return REPLICAS_RULE.judge(value ?? 0, {}, 0).map(({ given, fix }) => ({
    path: [...path, 'podTemplate', 'replicas'], given, allowed: REPLICAS_RULE.allowed, fix,
  }));
}

export const serviceReplicasValue: Check<PlatformSubject> = {
  rule: POD_VALUE,
  check: ({ platform: { dataIndex } }) => dataIndex ? replicas(dataIndex.podTemplate.replicas, servicePath('dataIndex')) : [],
};

export const workflowReplicasValue: Check<WorkflowSubject> = {
  rule: POD_VALUE,
  check: ({ workflow: { deploymentModel, podTemplate } }) => deploymentModel === 'knative' ? [] : replicas(podTemplate.replicas, ['spec']),
};

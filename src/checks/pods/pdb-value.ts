import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { isAmount } from '../../model/disruption-budget';
import { PodTemplateSpec } from '../../model/resource';
import { servicePath, serviceSpec } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** The CRD takes any text; the API server refuses the PodDisruptionBudget, and the operator goes no further. */
const DISRUPTION_BUDGET: RuleId = 'SF-PDB-VALUE';

function budgetValues(budget: PodTemplateSpec['podDisruptionBudget'], path: FieldPath): Violation[] {
  return (['minAvailable', 'maxUnavailable'] as const).flatMap((field) => {
    const value = budget?.[field];
    return value === undefined || isAmount(value) ? [] : [{
      path: [...path, field], given: quote(value), allowed: 'a number of pods from 0, or a percentage such as "50%"', fix: 'write a number or a percentage',
    }];
  });
}

export const servicePdbValue: Check<PlatformSubject> = {
  rule: DISRUPTION_BUDGET,
  check: ({ resource, landscape }) => landscape.operator.disruptionBudgets
    ? budgetValues(serviceSpec(resource, 'dataIndex')?.podTemplate?.podDisruptionBudget, [...servicePath('dataIndex'), 'podTemplate', 'podDisruptionBudget']) : [],
};

export const workflowPdbValue: Check<WorkflowSubject> = {
  rule: DISRUPTION_BUDGET,
  check: ({ workflow, landscape }) => landscape.operator.disruptionBudgets
    ? budgetValues(workflow.podTemplate.podDisruptionBudget, ['spec', 'podTemplate', 'podDisruptionBudget']) : [],
};

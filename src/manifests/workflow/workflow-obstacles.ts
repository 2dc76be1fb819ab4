import { blocked, Problem, WorkflowRendering } from './workflow-context';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Step } from '../parts/steps';

/**
 * What the operator writes back into a custom resource in another form, which the API server then refuses.
 *
 * @see surprises W19, W20
 */
const WRITTEN_BACK = { retries: 'SF-FLOW-RETRIES', constants: 'SF-FLOW-CONSTANTS' };

/** The operator never comes to make anything; without it the flow is in the image and all is well. */
export function refusedWriteBack(rendering: WorkflowRendering): Step[] {
  const { landscape, workflow: { resource: { spec: { flow } } } } = rendering;
  if (landscape.corrected || !landscape.operator.writesFlowsBack) return [];
  return Object.entries(WRITTEN_BACK).filter(([field]) => Object.keys(flow[field] ?? {}).length > 0).map(([field, rule]) => blocked(rendering, {
    rule,
    field: `spec.flow.${field}`,
    given: `${field} outside the profile dev: the API server refuses how the operator writes them back`,
    fix: `write the flow without ${field}`,
  }));
}

/** The operator does not even begin with a Knative Service where there is no Knative. */
export function refusedDeploymentModel(rendering: WorkflowRendering): Step[] {
  const problem = missingServing(rendering);
  return problem && !rendering.landscape.corrected ? [blocked(rendering, problem)] : [];
}

/** Why a workflow cannot run as it was meant to, if it cannot. */
export function workloadProblem(rendering: WorkflowRendering): Problem | undefined {
  return missingServing(rendering) ?? missingImage(rendering);
}

function missingServing({ landscape: { facts }, knative }: WorkflowRendering): Problem | undefined {
  if (!knative || facts.knative) return undefined;
  return {
    rule: 'SF-KNATIVE-MISSING',
    field: 'spec.podTemplate.deploymentModel',
    given: '"knative" in a cluster without Knative Serving',
    allowed: '"kubernetes", or "knative" where Knative Serving is installed',
    fix: 'install Knative Serving, or take the deployment model "kubernetes"',
  };
}

/** Without an operator somebody else has to build the image. */
function missingImage({ landscape: { corrected }, workflow: { image, profile } }: WorkflowRendering): Problem | undefined {
  if (!corrected || image !== '') return undefined;
  const preview = profile === WorkflowProfile.PREVIEW;
  return {
    rule: 'SF-IMAGE-MISSING',
    field: 'spec.podTemplate.container.image',
    given: preview ? 'profile preview without an operator that builds the image' : `profile ${profile} without an image`,
    allowed: 'the image that was built for the workflow',
    fix: `name it in podTemplate.container.image${preview ? ', or say what the built images are called (clusterFacts.builtImage, --built-image)' : ''}`,
  };
}

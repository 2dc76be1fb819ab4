import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { IConstruct } from 'constructs';
import {
  DataIndexConstruct, JobsServiceConstruct, Rendering, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct,
  WorkflowDefinition,
} from '../../src';
import { describeFinding } from '../../src/findings/finding';

/** The specs of constructs, whatever they are; of what is not given the construct's own is left. */
export interface Specs {
  readonly platform?: unknown;
  readonly workflow?: unknown;
  readonly cluster?: unknown;
}

/** Synthesizes constructs with such specs. Their facts have to be there in any case. @returns all that is said about them */
export function synthesize({ platform: platformSpec, workflow: workflowSpec, cluster: clusterSpec }: Specs, rendering: Rendering): string {
  const chart = new Chart(new App({ outdir: 'never-written' }), 'c', { namespace: 'orders' });
  const platform = new SonataFlowPlatformConstruct(chart, 'P', { rendering });
  const services = [new JobsServiceConstruct(platform, 'J'), new DataIndexConstruct(platform, 'D')];
  const workflow = new WorkflowConstruct(platform, 'W', {
    definition: WorkflowDefinition.fromObject({ id: 'greet', states: [{ name: 'A', type: 'inject', data: {}, end: true }] }),
  });
  const cluster = new SonataFlowClusterPlatformConstruct(chart, 'C', { platform });
  replaceSpec(platform, platformSpec);
  replaceSpec(workflow, workflowSpec);
  replaceSpec(cluster, clusterSpec);
  const said = [synthesized(chart), ...[platform, workflow, cluster].flatMap(({ findings }) => findings.map(describeFinding))];
  // Whoever asks for these facts does so whether or not the resources are right.
  for (const { serviceUrl, properties, objects, persistence } of services) void [serviceUrl, properties, objects, persistence];
  void [workflow.effectiveProperties, workflow.managedProperties, workflow.database, workflow.objects, workflow.explain()];
  void [platform.objects, platform.jobsServiceUrl];
  return said.join('\n');
}

function replaceSpec(construct: IConstruct, spec: unknown): void {
  if (spec !== undefined) ApiObject.of(construct).addJsonPatch(JsonPatch.replace('/spec', spec));
}

/** What a synthesis that fails says; anything else than findings is thrown. */
function synthesized(chart: Chart): string {
  try {
    Testing.synth(chart);
    return '';
  } catch (error) {
    const { message } = error as Error;
    if (!message.includes('Validation failed')) throw error;
    return message;
  }
}

import { ApiObject, JsonPatch } from 'cdk8s';
import { ConstructWriter } from './case-charts';
import { SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition } from '../../src';

/** The spec of each custom resource as a JSON patch. */
export const PATCHES: ConstructWriter = {
  platform(chart, id, { metadata, spec = {} }, common) {
    const platform = new SonataFlowPlatformConstruct(chart, id, { ...common, metadata });
    ApiObject.of(platform).addJsonPatch(JsonPatch.replace('/spec', spec));
    return platform;
  },
  workflow(chart, id, { metadata, spec }) {
    const workflow = new WorkflowConstruct(chart, id, { definition: WorkflowDefinition.fromObject({ ...spec.flow as object }), metadata });
    ApiObject.of(workflow).addJsonPatch(JsonPatch.replace('/spec', spec));
    return workflow;
  },
  clusterPlatform(chart, id, { metadata, spec }, platform) {
    const cluster = new SonataFlowClusterPlatformConstruct(chart, id, { platform, metadata });
    ApiObject.of(cluster).addJsonPatch(JsonPatch.replace('/spec', spec));
    return cluster;
  },
};

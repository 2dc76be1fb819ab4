import { Construct } from 'constructs';
import { CaseObject, ConstructWriter, describeRenderings } from './case-charts';
import { PropsOf } from './props-of';
import { withResourcesByPath } from './resource-mounts';
import { DataIndexConstruct, JobsServiceConstruct, SonataFlowClusterPlatformConstruct, SonataFlowPlatformConstruct, WorkflowConstruct } from '../../src';
import { asObject } from '../../src/json/lenient';
import { ClusterPlatformSpec, PlatformSpec, WorkflowSpec } from '../../src/model/resource';
import { crdOf, Kind } from '../../src/validation/crds';
import { prune } from '../../src/validation/prune';
import { OPERATOR_RELEASES } from '../../src/values/operator/operator-releases';
import { PROFILE_ANNOTATION } from '../../src/values/workflow-profile';

/** No JSON patch: every custom resource, but for what the API server prunes, in typed props. */
describeRenderings('typed props', (release): ConstructWriter => {
  const { crds } = OPERATOR_RELEASES[release];
  /** What the API server keeps of a spec. */
  const specOf = ({ kind, spec = {} }: CaseObject) => prune(spec, crdOf(crds, kind as Kind).schema.properties!.spec).object;
  const propsOf = (scope: Construct, id: string) => new PropsOf(new Construct(scope, `${id}-existing`));
  return {
    platform(chart, id, object, common) {
      const spec = specOf(object) as PlatformSpec;
      const props = propsOf(chart, id);
      const platform = new SonataFlowPlatformConstruct(chart, id, { ...common, ...props.platform(spec), metadata: object.metadata });
      const { dataIndex, jobService } = spec.services ?? {};
      if (dataIndex) new DataIndexConstruct(platform, 'DataIndex', props.service(dataIndex));
      if (jobService) new JobsServiceConstruct(platform, 'JobsService', props.service(jobService));
      return platform;
    },
    workflow(chart, id, object) {
      const { [PROFILE_ANNOTATION]: profile, ...annotations } = asObject(object.metadata.annotations) as Record<string, string>;
      const props = propsOf(chart, id).workflow(specOf(object) as unknown as WorkflowSpec, profile);
      return new WorkflowConstruct(chart, id, { ...props, metadata: { ...object.metadata, ...props.profile && { annotations } } });
    },
    clusterPlatform(chart, id, object, platform) {
      const props = propsOf(chart, id).clusterPlatform(specOf(object) as unknown as ClusterPlatformSpec);
      return new SonataFlowClusterPlatformConstruct(chart, id, { ...props, platform, metadata: object.metadata });
    },
  };
}, withResourcesByPath);

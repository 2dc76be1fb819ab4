import { Chart, ChartProps } from 'cdk8s';
import { JobsServiceConstruct, SonataFlowPlatformConstruct } from 'cdk8s-sonataflow';
import { Construct } from 'constructs';

/** A platform with a Jobs Service that keeps its timers in the pod: good for a first try, not for production. */
export class EphemeralJobsServiceChart extends Chart {
  constructor(scope: Construct, id: string, props?: ChartProps) {
    super(scope, id, props);
    const platform = new SonataFlowPlatformConstruct(this, 'Platform');
    new JobsServiceConstruct(platform, 'JobsService');
  }
}

import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { SupportingService } from './supporting-service';
import { SupportingServiceProps } from './supporting-service-props';
import { servicePodSpec } from '../../manifests/service/service-deployment';
import { AppRegistry } from '../app/app-registry';
import { containersOf } from '../app/cdk8s-plus';

/** What a Data Index is made of. */
export interface DataIndexConstructProps extends SupportingServiceProps { }

/**
 * The Data Index of a platform: it can be asked about the instances of workflows and their jobs.
 *
 * @example
 * new DataIndexConstruct(platform, 'DataIndex', { podTemplate: { replicas: 2 } });
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class DataIndexConstruct extends SupportingService implements kplus.IScalable {
  /** Whether an autoscaler of cdk8s-plus has the service as its target. */
  public hasAutoscaler = false;

  /**
   * @throws SF-PLATFORM-MISSING when no platform is given and none is in scope, or when it is managed elsewhere; SF-PLATFORM-UNKNOWN when
   * it is not one of this app's
   */
  public constructor(scope: Construct, id: string, props: DataIndexConstructProps = {}) {
    super(scope, id, 'dataIndex', props);
  }

  /** Says that an autoscaler of cdk8s-plus has the service as its target. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** What an autoscaler of cdk8s-plus scales: the Deployment, whose replicas the operator 10.1.0 sets back (SF-REPLICAS-HPA). */
  public toScalingTarget(): kplus.ScalingTarget {
    const { landscape, model: { dataIndex } } = this._declaredPlatform._facts(AppRegistry.of(this).objectsAtHand());
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: this.serviceName,
      containers: dataIndex ? containersOf(servicePodSpec(landscape, dataIndex)) : [],
      replicas: this.podTemplate?.replicas,
    };
  }
}

import { Construct } from 'constructs';
import { SupportingService } from './supporting-service';
import { SupportingServiceProps } from './supporting-service-props';
import { toJson_SonataFlowPlatformSpecServicesJobService } from '../../../imports/sonataflow.org';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { Destination } from '../../values/eventing/destination';

/** What a Jobs Service is made of. */
export interface JobsServiceConstructProps extends SupportingServiceProps {
  /**
   * Where the service sends its events: those about jobs for the Data Index, and those to workflows whose time has come.
   * @default - not written; the platform's broker if it has one
   */
  readonly sink?: Destination;
}

/**
 * The Jobs Service of a platform: it keeps the timers of workflows.
 *
 * @example
 * new JobsServiceConstruct(platform, 'JobsService');
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/enabling-jobs-service.html
 */
export class JobsServiceConstruct extends SupportingService {
  /** Where the service sends its events, where that is not the platform's broker. */
  public readonly sink?: Destination;

  /**
   * @throws SF-PLATFORM-MISSING when no platform is given and none is in scope, or when it is managed elsewhere; SF-PLATFORM-UNKNOWN when
   * it is not one of this app's
   */
  public constructor(scope: Construct, id: string, props: JobsServiceConstructProps = {}) {
    super(scope, id, 'jobsService', props);
    this.sink = props.sink;
  }

  /** @internal */
  public override _spec(): JsonObject {
    return withoutUndefined({ ...super._spec(), ...toJson_SonataFlowPlatformSpecServicesJobService({ sink: this.sink?._spec }) });
  }
}

import { Construct } from 'constructs';
import { SupportingServiceConstruct, SupportingServiceConstructProps } from './supporting-service-construct';
import { ServiceKind } from '../model/service';

/** What a Jobs Service is made of. */
export interface JobsServiceConstructProps extends SupportingServiceConstructProps { }

/**
 * The Jobs Service of a platform: it keeps the timers of workflows.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/enabling-jobs-service.html
 */
export class JobsServiceConstruct extends SupportingServiceConstruct {
  /**
   * @throws SF-PLATFORM-MISSING when no platform is given and none is in scope
   */
  public constructor(scope: Construct, id: string, props: JobsServiceConstructProps = {}) {
    super(scope, id, props);
  }

  /** @internal */
  protected _kind(): ServiceKind {
    return 'jobsService';
  }
}

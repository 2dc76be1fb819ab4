import { Construct } from 'constructs';
import { SupportingService } from './supporting-service';
import { SupportingServiceProps } from './supporting-service-props';

/** What a Data Index is made of. */
export interface DataIndexConstructProps extends SupportingServiceProps { }

/**
 * The Data Index of a platform: it can be asked about the instances of workflows and their jobs.
 *
 * @see https://sonataflow.org/serverlessworkflow/latest/cloud/operator/supporting-services.html
 */
export class DataIndexConstruct extends SupportingService {
  /**
   * @throws SF-PLATFORM-MISSING when no platform is given and none is in scope, or when it is managed elsewhere; SF-PLATFORM-UNKNOWN when
   * it is not one of this app's
   */
  public constructor(scope: Construct, id: string, props: DataIndexConstructProps = {}) {
    super(scope, id, 'dataIndex', props);
  }
}

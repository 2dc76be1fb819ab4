import { Destination } from '../../values/eventing/destination';
import { ServicePersistence } from '../../values/persistence/service-persistence';
import { PodTemplate } from '../../values/pod/pod-template';
import { ISonataFlowPlatform } from '../app/roles';

/** What the supporting services of a platform have in common. */
export interface SupportingServiceProps {
  /**
   * The platform that the service belongs to.
   * @default - the platform in whose scope the construct is
   */
  readonly platform?: ISonataFlowPlatform;

  /**
   * Whether workflows are wired to the service. It is deployed either way.
   * @default - not written; the operator takes a service that is there as enabled
   */
  readonly enabled?: boolean;

  /**
   * Where the service keeps its data.
   * @default ServicePersistence.fromPlatform()
   */
  readonly persistence?: ServicePersistence;

  /**
   * The pods of the service.
   * @default - as the operator makes them
   */
  readonly podTemplate?: PodTemplate;

  /**
   * The Broker that delivers the events of workflows to the service.
   * @default - not written; the platform's broker if it has one
   */
  readonly source?: Destination;
}

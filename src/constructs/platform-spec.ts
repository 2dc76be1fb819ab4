import { SonataFlowPlatformOptions } from './sonataflow-platform-options';
import { toJson_SonataFlowPlatformSpec } from '../../imports/sonataflow.org';

/** The spec of a platform's custom resource: only what was said. */
export function platformSpec(options: SonataFlowPlatformOptions, services: object | undefined): object {
  const { broker, persistence } = options;
  return {
    ...toJson_SonataFlowPlatformSpec({
      eventing: broker && { broker: broker._spec },
      persistence: persistence && { postgresql: persistence._spec },
    }),
    services,
  };
}

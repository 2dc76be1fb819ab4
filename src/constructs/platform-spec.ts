import { SonataFlowPlatformOptions } from './sonataflow-platform-options';
import { SonataFlowPlatformSpec, SonataFlowPlatformSpecServices, toJson_SonataFlowPlatformSpec } from '../../imports/sonataflow.org';
import { JsonObject } from '../values/json';

/** The spec of a platform's custom resource: only what was said. */
export function platformSpec(options: SonataFlowPlatformOptions, services: SonataFlowPlatformSpecServices | undefined): JsonObject {
  const { broker, persistence } = options;
  const spec: SonataFlowPlatformSpec = {
    eventing: broker && { broker: broker._spec },
    persistence: persistence && { postgresql: persistence._spec },
    services,
  };
  return toJson_SonataFlowPlatformSpec(spec) as JsonObject;
}

import { buildSpec } from './build-spec';
import { SonataFlowPlatformOptions } from './sonataflow-platform-options';
import { SonataFlowPlatformSpec, toJson_SonataFlowPlatformSpec } from '../../../imports/sonataflow.org';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { PropertyValue } from '../../values/property-value';

/** What was said to a platform step by step. */
export interface PlatformParts {
  /** As they are written. */
  readonly services?: { readonly dataIndex?: JsonObject; readonly jobService?: JsonObject };
  readonly properties: ReadonlyArray<[name: string, value: PropertyValue]>;
}

/** The spec of a platform's custom resource: only what was said. */
export function platformSpec(options: SonataFlowPlatformOptions, { services, properties }: PlatformParts): JsonObject {
  const { broker, buildConfig, buildTemplate, devModeBaseImage, monitoring, persistence } = options;
  const spec: SonataFlowPlatformSpec = {
    devMode: devModeBaseImage === undefined ? undefined : { baseImage: devModeBaseImage },
    eventing: broker && { broker: broker._spec },
    monitoring: monitoring === undefined ? undefined : { enabled: monitoring },
    persistence: persistence && { postgresql: persistence._spec },
    properties: properties.length > 0 ? { flow: properties.map(([name, value]) => ({ name, ...value._spec })) } : undefined,
  };
  return withoutUndefined({
    ...toJson_SonataFlowPlatformSpec(spec) as JsonObject,
    build: buildSpec(buildConfig, buildTemplate),
    services: services && withoutUndefined(services),
  });
}

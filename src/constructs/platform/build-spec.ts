import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { goDuration } from '../../go/duration';
import { JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';
import { BuildConfigOptions, BuildRegistryOptions } from '../../values/build/build-config';
import { BuildTemplateOptions } from '../../values/build/build-template';

/** The field `build` of a platform's custom resource. */
export function buildSpec(config: BuildConfigOptions | undefined, template: BuildTemplateOptions | undefined): JsonObject | undefined {
  if (!config && !template) return undefined;
  return withoutUndefined({ config: config && configSpec(config), template: template && templateSpec(template) });
}

function configSpec({ baseImage, registry, strategy, strategyOptions, timeout }: BuildConfigOptions): JsonObject {
  return withoutUndefined({
    baseImage,
    registry: registry && registrySpec(registry),
    strategy,
    strategyOptions: strategyOptions && { ...strategyOptions },
    timeout: timeout && durationSpec(timeout),
  });
}

function registrySpec({ address, secret, insecure, ca, organization }: BuildRegistryOptions): JsonObject {
  return withoutUndefined({ address, secret: secret?.name, insecure, ca, organization });
}

/** Kubernetes' own types have a form of their own in code, such as quantities. */
function templateSpec({ timeout, resources, arguments: args, buildArgs, envs }: BuildTemplateOptions): JsonObject {
  return withoutUndefined({
    timeout: timeout && durationSpec(timeout),
    resources: k8s.toJson_ResourceRequirements(resources) as JsonObject | undefined,
    arguments: args,
    buildArgs: buildArgs?.map((buildArg) => k8s.toJson_EnvVar(buildArg) as JsonObject),
    envs: envs?.map((env) => k8s.toJson_EnvVar(env) as JsonObject),
  });
}

/** As the operator reads it. */
function durationSpec(duration: Duration): string {
  return goDuration(`${duration.toMilliseconds()}ms`);
}

import { JsonObject } from '../json/json';
import { asList, asObject } from '../json/lenient';

/** By what it is decided what the operator writes into a platform. */
export interface WritingOperator {
  readonly openshift: boolean;
  readonly builderImage: string;
}

/** Finalizers of the operator and of the API server. */
const FINALIZERS_OF_OTHERS = ['foregroundDeletion', 'orphan', 'trigger-deletion', 'workflow-deletion'];

/** Of the finalizers of a custom resource those that somebody asked for. */
export function ownFinalizers(metadata: JsonObject): string[] {
  return asList(metadata.finalizers).map(String).filter((finalizer) => !FINALIZERS_OF_OTHERS.includes(finalizer));
}

/**
 * A platform without what the operator writes into it where nothing is said: it would write the same again.
 *
 * @see operator-behaviour 1.6
 */
export function withoutWrittenBack({ build, services, ...rest }: JsonObject, platform: string, operator: WritingOperator): JsonObject {
  const { config, template, ...others } = asObject(build);
  const ofBuild = {
    ...others,
    ...said('config', withoutDefaultConfig(asObject(config), platform, operator)),
    ...said('template', without(asObject(template), { timeout: '0s' })),
  };
  const ofServices = Object.entries(asObject(services)).map(([kind, service]) => [kind, without(asObject(service), { enabled: true })] as const);
  return { ...rest, ...said('build', ofBuild), ...said('services', Object.fromEntries(ofServices)) };
}

function withoutDefaultConfig(
  { strategyOptions, registry, ...config }: JsonObject, platform: string, { openshift, builderImage }: WritingOperator,
): JsonObject {
  const options = asObject(strategyOptions);
  const isCached = Object.hasOwn(options, 'KanikoPersistentVolumeClaim');
  return {
    ...without(config, { strategy: openshift ? 'platform' : 'operator', timeout: '5m0s', ...isCached && { baseImage: builderImage } }),
    ...said('registry', asObject(registry)),
    ...said('strategyOptions', openshift ? options : without(options, { KanikoBuildCacheEnabled: 'false', KanikoPersistentVolumeClaim: platform })),
  };
}

function said(field: string, value: JsonObject): JsonObject {
  return Object.keys(value).length > 0 ? { [field]: value } : {};
}

/** Without the fields that have these values. */
function without(object: JsonObject, values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([field, value]) => !(Object.hasOwn(values, field) && values[field] === value)));
}

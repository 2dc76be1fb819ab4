import { isDeepStrictEqual } from 'node:util';
import { list, nearestWord, quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { groupBy } from '../../json/group-by';
import { asList, asObject, asText } from '../../json/lenient';
import { onceFor } from '../../json/once';
import { DEFAULT_PASSWORD_KEY, DEFAULT_USER_KEY } from '../../model/database';
import { ClusterObject, Landscape } from '../../model/landscape';
import { PlatformResource, PodTemplateSpec, PostgreSqlSpec } from '../../model/resource';
import { ALL_SERVICE_KINDS, persistencePlaces, servicePath, serviceSpec } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, PlatformSubject, WorkflowSubject } from '../check';

/** The kubelet does not start a container that reads or mounts a key that is not there. Only a Secret of the input is known. */
const RULE: RuleId = 'SF-SECRET-KEY';

/** A key that is read, and the field that says so or would say it. */
interface Read {
  readonly secret: string;
  readonly key: string;
  readonly field: string;
  readonly path: FieldPath;
}

export const workflowSecretKey: Check<WorkflowSubject> = {
  rule: RULE,
  check: ({ landscape, workflow: { profile, namespace, podTemplate, platform }, resource: { spec: { persistence } } }) => [
    ...profile === WorkflowProfile.DEV || isOfPlatform(persistence?.postgresql, platform) ? [] : missing(landscape, namespace, credentials(persistence?.postgresql, ['spec', 'persistence', 'postgresql'])),
    ...missing(landscape, namespace, podReads(podTemplate, ['spec', 'podTemplate'])),
  ],
};

/** What a workflow has from its platform is told there. */
function isOfPlatform(postgresql: PostgreSqlSpec | undefined, platform: PlatformResource | undefined): boolean {
  const given = platform?.context ? undefined : platform?.spec.persistence?.postgresql?.secretRef;
  return postgresql !== undefined && given !== undefined && isDeepStrictEqual(postgresql.secretRef, given);
}

export const platformSecretKey: Check<PlatformSubject> = {
  rule: RULE,
  check: ({ landscape, resource, platform: { namespace } }) => [
    ...persistencePlaces(resource).flatMap(({ path, persistence }) => missing(landscape, namespace, credentials(persistence?.postgresql, [...path, 'postgresql']))),
    ...ALL_SERVICE_KINDS.flatMap((kind) => (
      missing(landscape, namespace, podReads(serviceSpec(resource, kind)?.podTemplate, [...servicePath(kind), 'podTemplate']))
    )),
    ...missing(landscape, namespace, (resource.spec.properties?.flow ?? []).flatMap(({ valueFrom }, i) => (
      keyRead(valueFrom?.secretKeyRef, ['spec', 'properties', 'flow', i, 'valueFrom', 'secretKeyRef'])
    ))),
  ],
};

function credentials(postgresql: PostgreSqlSpec | undefined, path: FieldPath): Read[] {
  if (!postgresql) return [];
  const { name, userKey, passwordKey } = postgresql.secretRef;
  const at = [...path, 'secretRef'];
  return [
    { secret: name, key: userKey || DEFAULT_USER_KEY, field: 'userKey', path: userKey ? [...at, 'userKey'] : at },
    { secret: name, key: passwordKey || DEFAULT_PASSWORD_KEY, field: 'passwordKey', path: passwordKey ? [...at, 'passwordKey'] : at },
  ];
}

function podReads(podTemplate: PodTemplateSpec | undefined, path: FieldPath): Read[] {
  return [...variables(podTemplate, path), ...files(podTemplate, path)];
}

function variables(podTemplate: PodTemplateSpec | undefined, path: FieldPath): Read[] {
  const containers = [
    { container: podTemplate?.container, at: [...path, 'container'] },
    ...['containers', 'initContainers'].flatMap((field) => asList(podTemplate?.[field]).map((container, i) => ({ container, at: [...path, field, i] }))),
  ];
  return containers.flatMap(({ container, at }) => asList(asObject(container).env).flatMap((variable, i) => (
    keyRead(asObject(asObject(variable).valueFrom).secretKeyRef, [...at, 'env', i, 'valueFrom', 'secretKeyRef'])
  )));
}

/** Files of a Secret that are named one by one. */
function files(podTemplate: PodTemplateSpec | undefined, path: FieldPath): Read[] {
  return asList(podTemplate?.volumes).flatMap((volume, i) => {
    const { secret, projected } = asObject(volume);
    const at = [...path, 'volumes', i];
    return [
      ...itemsRead(asObject(secret).secretName, secret, [...at, 'secret']),
      ...asList(asObject(projected).sources).flatMap((source, j) => {
        const { secret: projectedSecret } = asObject(source);
        return itemsRead(asObject(projectedSecret).name, projectedSecret, [...at, 'projected', 'sources', j, 'secret']);
      }),
    ];
  });
}

function itemsRead(name: unknown, volume: unknown, path: FieldPath): Read[] {
  const { items, optional } = asObject(volume);
  return asList(items).flatMap((item, i) => keyRead({ name, optional, key: asObject(item).key }, [...path, 'items', i]));
}

function keyRead(ref: unknown, path: FieldPath): Read[] {
  const { name, key, optional } = asObject(ref);
  return optional === true || asText(name) === '' || asText(key) === '' ? [] : [{ secret: asText(name), key: asText(key), field: 'key', path: [...path, 'key'] }];
}

/** User and password of one Secret are one mistake. */
function missing(landscape: Landscape, namespace: string, reads: readonly Read[]): Violation[] {
  const wrong = reads.filter(({ secret, key }) => keysOf(landscape, namespace, secret)?.has(key) === false);
  return [...groupBy(wrong, ({ secret, path, field }) => field === 'key' ? JSON.stringify(path) : secret).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const known = keysOf(landscape, namespace, first.secret)?.names ?? [];
    const meant = group.map(({ key, field }) => [field, nearestWord(key, known)] as const).filter(([, word]) => word !== undefined);
    return [{
      path: first.path,
      given: `${list(group.map(({ key }) => quote(key)))}, which the Secret ${quote(first.secret)} does not have`,
      allowed: `its keys: ${list(known)}; else the containers do not start`,
      fix: meant.length === 0 ? 'name a key that it has, or add the key to it' : `write ${meant.map(([field, word]) => `${field}: ${word}`).join(', ')}`,
    }];
  });
}

/** One without keys gets them from somebody else. */
function keysOf({ object }: Landscape, namespace: string, name: string): Keys | undefined {
  const secret = object('Secret', namespace, name);
  const keys = secret && keysIn(secret);
  return keys?.names.length === 0 ? undefined : keys;
}

interface Keys {
  readonly names: readonly string[];
  readonly has: (key: string) => boolean;
}

const keysIn = onceFor((secret: ClusterObject): Keys => {
  const names = [...Object.keys(asObject(secret.data)), ...Object.keys(asObject(secret.stringData))];
  const known = new Set(names);
  return { names, has: (key) => known.has(key) };
});

import { objectRule, oneOf, required, shaped } from './makers';
import { Mistake, PodRule } from './rule';
import { PATH_WITHOUT_PARENTS, RELATIVE_PATH } from './shapes';
import { quote, suggest } from '../findings/words';
import { FieldPath } from '../json/field-path';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';
import { onceFor } from '../json/once';

const MOUNTS = 'volumeMounts';
const DEVICES = 'volumeDevices';

const volumesByName = onceFor(({ volumes }: JsonObject): ReadonlyMap<string, JsonObject> => (
  new Map(asList(volumes).map(asObject).map((volume) => [asText(volume.name), volume]))
));
const volumeNames = onceFor((pod: JsonObject): readonly string[] => [...volumesByName(pod).keys()]);

/** What is mounted has to be a volume of the pod. */
function unknownVolumes(field: string) {
  return (container: Partial<JsonObject>, pod: JsonObject): Mistake[] => {
    const volumes = volumesByName(pod);
    return asList(container[field]).map(asObject).flatMap(({ name }, i): Mistake[] => (
      asText(name) === '' || volumes.has(asText(name)) ? []
        : [{ at: [field, i, 'name'], given: quote(name), fix: suggest(asText(name), volumeNames(pod), 'add such a volume to volumes') }]
    ));
  };
}

/** A place in a container is taken once, be it by a mount or by a device. */
function takenPaths(container: Partial<JsonObject>): Mistake[] {
  const taken = new Map<string, FieldPath>();
  return ([[MOUNTS, 'mountPath'], [DEVICES, 'devicePath']] as const).flatMap(([field, key]) => asList(container[field]).map(asObject).flatMap((entry, i): Mistake[] => {
    const path = asText(entry[key]);
    const earlier = path === '' ? undefined : taken.get(path);
    if (path !== '' && !earlier) taken.set(path, [field, i, key]);
    return earlier ? [{ at: [field, i, key], other: earlier, given: `${quote(path)} for the second time`, fix: 'take another path' }] : [];
  }));
}

/** A device is a claim that is not mounted as well, and given once. */
function devices(container: Partial<JsonObject>, pod: JsonObject): Mistake[] {
  const mounted = new Set(asList(container[MOUNTS]).map((mount) => asText(asObject(mount).name)));
  const sources = volumesByName(pod);
  const given = new Set<string>();
  return asList(container[DEVICES]).map(asObject).flatMap(({ name }, i): Mistake[] => {
    const volume = sources.get(asText(name));
    if (!volume) return [];
    const at = [DEVICES, i, 'name'];
    const repeated = given.has(asText(name));
    given.add(asText(name));
    if (repeated) return [{ at, given: `${quote(name)} for the second time`, fix: 'leave one of the two out' }];
    if (mounted.has(asText(name))) return [{ at, given: `${quote(name)}, which is mounted too`, fix: 'mount it, or give it as a device' }];
    return volume.persistentVolumeClaim !== undefined || volume.ephemeral !== undefined ? [] : [{ at, given: `${quote(name)}, which is no claim`, fix: 'mount it, or make it a claim' }];
  });
}

function propagation(container: Partial<JsonObject>): Mistake[] {
  return asList(container[MOUNTS]).map(asObject).flatMap(({ mountPropagation }, i) => (
    mountPropagation === 'Bidirectional' && asObject(container.securityContext).privileged !== true
      ? [{ at: [MOUNTS, i, 'mountPropagation'], given: 'Bidirectional in a container that is not privileged', fix: 'write HostToContainer, or make the container privileged' }] : []
  ));
}

/** Where volumes are in containers. */
export const MOUNT_RULES: readonly PodRule[] = [
  required(`*.${MOUNTS}[].name`, 'the name of a volume'),
  required(`*.${MOUNTS}[].mountPath`, 'a path in the container'),
  shaped(`*.${MOUNTS}[].subPath`, RELATIVE_PATH),
  shaped(`*.${MOUNTS}[].subPathExpr`, RELATIVE_PATH),
  objectRule(`*.${MOUNTS}[]`, 'oneOf', 'one of subPath and subPathExpr', ({ subPath, subPathExpr }) => (
    asText(subPath) !== '' && asText(subPathExpr) !== ''
      ? [{ at: ['subPathExpr'], other: ['subPath'], given: 'subPathExpr beside subPath', fix: 'leave one of the two out' }] : []
  )),
  oneOf(`*.${MOUNTS}[].mountPropagation`, 'None', 'HostToContainer', 'Bidirectional'),
  required(`*.${DEVICES}[].name`, 'the name of a volume'),
  shaped(`*.${DEVICES}[].devicePath`, PATH_WITHOUT_PARENTS),
  required(`*.${DEVICES}[].devicePath`, 'a path in the container'),
  objectRule('*', 'mount', 'the name of a volume of the pod', unknownVolumes(MOUNTS)),
  objectRule('*', 'mount', 'the name of a volume of the pod', unknownVolumes(DEVICES)),
  objectRule('*', 'mount', 'paths that differ from all others of the container', takenPaths),
  objectRule('*', 'mount', 'claims that are not mounted as well, each once', devices),
  objectRule('*', 'conflict', 'Bidirectional in privileged containers', propagation),
];

import { objectRule, oneOf, range, shaped, unique, valueRule } from './makers';
import { Mistake, PodRule } from './rule';
import { RELATIVE_PATH, SUBDOMAIN, SYSCTL } from './shapes';
import { list, quote, suggest } from '../findings/words';
import { JsonObject } from '../json/json';
import { asList, asObject, asText } from '../json/lenient';

const HIGHEST_ID = 2147483647;
const PROFILES = ['RuntimeDefault', 'Unconfined', 'Localhost'];

/** Only Localhost has a profile of its own, and always. */
function profile(field: string, problemOf: (profile: string) => string | undefined): PodRule {
  return objectRule(field, 'value', `type ${list(PROFILES)}; localhostProfile with Localhost alone`, ({ type, localhostProfile }): Mistake[] => {
    if (!PROFILES.includes(asText(type))) return [{ at: ['type'], given: quote(type), allowed: `one of ${list(PROFILES)}`, fix: suggest(asText(type), PROFILES) }];
    if (type !== 'Localhost') {
      return localhostProfile === undefined ? [] : [{
        at: ['localhostProfile'], other: ['type'], given: `localhostProfile beside ${asText(type)}`, allowed: 'localhostProfile beside type: Localhost', fix: 'leave it out, or write type: Localhost',
      }];
    }
    if (localhostProfile === undefined) return [{ at: ['localhostProfile'], given: 'Localhost without localhostProfile', allowed: 'a profile on the node', fix: 'name it in localhostProfile' }];
    const allowed = problemOf(asText(localhostProfile));
    return allowed === undefined ? [] : [{ at: ['localhostProfile'], given: quote(localhostProfile), allowed, fix: `write ${allowed}` }];
  });
}

function profiles(field: string): PodRule[] {
  return [
    profile(`${field}.seccompProfile`, (name) => RELATIVE_PATH.matches(name) ? undefined : RELATIVE_PATH.words),
    profile(`${field}.appArmorProfile`, (name) => name.trim() !== '' && name.trim() === name && name.length <= 4095 ? undefined : 'a name without blanks around it'),
  ];
}

function windowsOptions(field: string): PodRule[] {
  return [
    shaped(`${field}.gmsaCredentialSpecName`, SUBDOMAIN),
    valueRule(`${field}.gmsaCredentialSpec`, 'a text of at most 64 KiB that is not empty', (value) => asText(value) === '' || asText(value).length > 65536 ? 'write the credential spec' : undefined),
    valueRule(`${field}.runAsUserName`, 'a user, or a domain, "\\" and a user', (value) => isWindowsUser(asText(value)) ? undefined : 'write a name such as ContainerUser'),
  ];
}

const NETBIOS = /^[^\\/:*?|."<>]{1,15}$/;
const DOMAIN = /^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)+$/;

function isWindowsUser(name: string): boolean {
  const parts = name.split('\\');
  const [domain = ''] = parts;
  const user = parts.at(-1) ?? '';
  // eslint-disable-next-line no-control-regex
  if (parts.length > 2 || /[\x00-\x1f\x7f]/.test(name) || user === '' || user.length > 104 || /^[. ]+$/.test(user) || /["/:;|=,+*?<>@[\]]/.test(user)) return false;
  return parts.length === 1 || (domain.length < 256 && (NETBIOS.test(domain) || DOMAIN.test(domain)));
}

/** A process that may have all privileges cannot be kept from getting more of them. */
function privileges({ allowPrivilegeEscalation, privileged, capabilities }: Partial<JsonObject>): Mistake[] {
  if (allowPrivilegeEscalation !== false) return [];
  const added = asList(asObject(capabilities).add).indexOf('CAP_SYS_ADMIN');
  const clash = (at: ReadonlyArray<string | number>, given: string): Mistake => ({
    at, other: ['allowPrivilegeEscalation'], given: `${given} beside allowPrivilegeEscalation: false`, fix: 'write allowPrivilegeEscalation: true, or do without the privilege',
  });
  return [
    ...privileged === true ? [clash(['privileged'], 'privileged')] : [],
    ...added >= 0 ? [clash(['capabilities', 'add', added], 'CAP_SYS_ADMIN')] : [],
  ];
}

const NOT_ON_WINDOWS = {
  pod: ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace'],
  podContext: ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy', 'sysctls', 'runAsUser', 'runAsGroup', 'supplementalGroups'],
  context: [
    'appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged', 'allowPrivilegeEscalation', 'procMount',
    'runAsUser', 'runAsGroup',
  ],
};

function contexts(pod: Partial<JsonObject>) {
  return ['containers', 'initContainers'].flatMap((field) => asList(pod[field]).map((container, i) => ({
    path: [field, i, 'securityContext'], context: asObject(asObject(container).securityContext),
  })));
}

/** What one operating system has and the other one has not. */
function operatingSystem(pod: Partial<JsonObject>): Mistake[] {
  const { name } = asObject(pod.os);
  const podContext = asObject(pod.securityContext);
  const there = (fields: readonly string[], object: Partial<JsonObject>) => fields.filter((field) => object[field] !== undefined);
  if (name === 'windows') {
    const clashes = [
      ...there(NOT_ON_WINDOWS.pod, pod),
      ...there(NOT_ON_WINDOWS.podContext, podContext),
      ...contexts(pod).flatMap(({ context }) => there(NOT_ON_WINDOWS.context, context)),
    ];
    return clashes.length === 0 ? [] : [{
      at: ['os', 'name'], given: `windows beside ${list([...new Set(clashes)])}`, allowed: 'pods of Windows without the settings of Linux, also those that the operator writes itself', fix: 'write linux, or leave os out',
    }];
  }
  if (name !== 'linux') return [];
  const clash = (path: ReadonlyArray<string | number>): Mistake => ({
    at: [...path, 'windowsOptions'], other: ['os', 'name'], given: 'windowsOptions in a pod of Linux', allowed: 'windowsOptions in pods of Windows', fix: 'leave them out',
  });
  return [
    ...podContext.windowsOptions !== undefined ? [clash(['securityContext'])] : [],
    ...contexts(pod).filter(({ context }) => context.windowsOptions !== undefined).map(({ path }) => clash(path)),
  ];
}

/** Containers that are processes of a Windows host are so together, and on its network. */
function hostProcesses(pod: Partial<JsonObject>): Mistake[] {
  const own = asObject(asObject(pod.securityContext).windowsOptions).hostProcess;
  const all = contexts(pod).map(({ path, context }) => ({ path, said: asObject(context.windowsOptions).hostProcess }));
  const place = own !== undefined ? ['securityContext', 'windowsOptions', 'hostProcess'] : [...all.find(({ said }) => said === true)?.path ?? [], 'windowsOptions', 'hostProcess'];
  const processes = all.filter(({ said }) => (said ?? own) === true).length;
  const differs = all.find(({ said }) => own !== undefined && said !== undefined && said !== own);
  if (differs) return [{ at: [...differs.path, 'windowsOptions', 'hostProcess'], other: place, given: 'another value than the pod\'s', allowed: 'one value for all containers', fix: 'leave it out' }];
  if (processes === 0) return [];
  if (processes < all.length) return [{ at: place, given: 'hostProcess for some of the containers', allowed: 'hostProcess for all containers or for none', fix: 'write it for the pod' }];
  return pod.hostNetwork === true ? [] : [{ at: place, given: 'hostProcess without hostNetwork', allowed: 'hostProcess beside hostNetwork: true', fix: 'write hostNetwork: true' }];
}

const NAMESPACED = { hostNetwork: /^net[./]/, hostIPC: /^(kernel[./](sem$|shm|msg)|fs[./]mqueue[./])/ } as const;

/** A parameter of a namespace that is the host's is the host's. */
function hostSysctls(pod: Partial<JsonObject>): Mistake[] {
  return asList(asObject(pod.securityContext).sysctls).map(asObject).flatMap(({ name }, i) => (['hostNetwork', 'hostIPC'] as const)
    .filter((field) => pod[field] === true && NAMESPACED[field].test(asText(name)))
    .map((field) => ({ at: ['securityContext', 'sysctls', i, 'name'], other: [field], given: `${quote(name)} beside ${field}: true`, allowed: 'parameters of the pod alone', fix: `leave it out, or do without ${field}` })));
}

const POD = 'securityContext';
const CONTAINER = '*.securityContext';

/** As whom and with which rights containers run. */
export const SECURITY_RULES: readonly PodRule[] = [
  range(`${POD}.runAsUser`, 0, HIGHEST_ID),
  range(`${POD}.runAsGroup`, 0, HIGHEST_ID),
  range(`${POD}.fsGroup`, 0, HIGHEST_ID),
  range(`${POD}.supplementalGroups[]`, 0, HIGHEST_ID),
  range(`${CONTAINER}.runAsUser`, 0, HIGHEST_ID),
  range(`${CONTAINER}.runAsGroup`, 0, HIGHEST_ID),
  oneOf(`${POD}.fsGroupChangePolicy`, 'OnRootMismatch', 'Always'),
  ...profiles(POD),
  ...profiles(CONTAINER),
  objectRule(CONTAINER, 'conflict', 'privileged and CAP_SYS_ADMIN with allowPrivilegeEscalation: true', privileges),
  { ...shaped(`${POD}.sysctls[].name`, SYSCTL), required: true },
  unique(`${POD}.sysctls`, 'name', ({ name }) => asText(name) || undefined, { at: ['name'] }),
  objectRule('', 'conflict', 'parameters of the pod alone', hostSysctls),
  ...windowsOptions(`${POD}.windowsOptions`),
  ...windowsOptions(`${CONTAINER}.windowsOptions`),
  objectRule('', 'conflict', 'hostProcess of all containers, with hostNetwork', hostProcesses),
  { ...oneOf('os.name', 'linux', 'windows'), required: true },
  objectRule('', 'conflict', 'settings of the operating system', operatingSystem),
];

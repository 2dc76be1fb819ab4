import { atLeast, forbidden, objectRule, oneOf, required, shaped, unique, valueRule } from './makers';
import { PodRule } from './rule';
import { IP_ADDRESS, LABEL, SUBDOMAIN } from './shapes';
import { quote } from '../findings/words';
import { isInt32 } from '../go/json';
import { asList, asObject, asText } from '../json/lenient';

const LONGEST_SEARCH_LIST = 2048;

/** How pods are named, restarted and looked up, and how they look others up. */
export const POD_FIELD_RULES: readonly PodRule[] = [
  oneOf('restartPolicy', 'Always'),
  forbidden('activeDeadlineSeconds', 'pods without a deadline: a Deployment replaces them'),
  forbidden('ephemeralContainers', 'containers and initContainers: ephemeral containers only go into a running pod', 'make it one of containers'),
  oneOf('preemptionPolicy', 'PreemptLowerPriority', 'Never'),
  shaped('hostname', LABEL),
  shaped('subdomain', LABEL),
  shaped('serviceAccountName', SUBDOMAIN),
  shaped('serviceAccount', SUBDOMAIN),
  valueRule('priority', 'an integer of 32 bits', (value) => typeof value !== 'number' || isInt32(value) ? undefined : 'write such a number, or a priorityClassName'),
  shaped('priorityClassName', SUBDOMAIN),
  shaped('runtimeClassName', SUBDOMAIN),
  unique('imagePullSecrets', 'name', ({ name }) => asText(name) || undefined, { at: ['name'] }),

  shaped('hostAliases[].ip', IP_ADDRESS),
  unique('hostAliases', 'ip', ({ ip }) => asText(ip) || undefined, { at: ['ip'] }),
  shaped('hostAliases[].hostnames[]', SUBDOMAIN),

  oneOf('dnsPolicy', 'ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'),
  objectRule('', 'conflict', 'dnsPolicy: None with a nameserver in dnsConfig', ({ dnsPolicy, dnsConfig }) => (
    dnsPolicy === 'None' && asList(asObject(dnsConfig).nameservers).length === 0
      ? [{ at: ['dnsPolicy'], given: 'None without a nameserver', fix: 'name one in dnsConfig.nameservers, or take another policy' }] : []
  )),
  shaped('dnsConfig.nameservers[]', IP_ADDRESS),
  valueRule('dnsConfig.nameservers', 'at most 3 nameservers', (value) => asList(value).length > 3 ? 'leave some out' : undefined),
  valueRule('dnsConfig.searches', `at most 32 domains of ${LONGEST_SEARCH_LIST} characters together`, (value) => (
    asList(value).length > 32 || asList(value).join(' ').length > LONGEST_SEARCH_LIST ? 'leave some out' : undefined
  )),
  { ...shaped('dnsConfig.searches[]', { ...SUBDOMAIN, matches: (text) => SUBDOMAIN.matches(text.replace(/\.$/, '')) }), until: 33 },
  required('dnsConfig.options[].name', 'the name of the option'),

  objectRule('', 'conflict', 'one of shareProcessNamespace and hostPID', ({ shareProcessNamespace, hostPID }) => (
    shareProcessNamespace === true && hostPID === true
      ? [{ at: ['shareProcessNamespace'], other: ['hostPID'], given: 'true beside hostPID: true', fix: 'leave one of the two out' }] : []
  )),
  objectRule('', 'conflict', 'ports of the host that are those of the container, as hostNetwork is true', ({ hostNetwork, containers }) => (
    hostNetwork !== true ? [] : asList(containers).flatMap((container, c) => asList(asObject(container).ports).map(asObject).flatMap((port, p) => (
      port.hostPort === undefined || port.hostPort === port.containerPort ? [] : [{
        at: ['containers', c, 'ports', p, 'hostPort'], given: quote(port.hostPort), fix: `write ${quote(port.containerPort)}, or leave it out`,
      }]
    )))
  )),
];

/** How many pods there are; beside the pod in what makes it. */
export const REPLICAS_RULE = atLeast('replicas', 0);

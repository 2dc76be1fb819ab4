import { oneOf, required, valueRule } from './makers';
import { PodRule } from './rule';
import { LABEL_KEY } from './shapes';
import { list, suggest } from '../findings/words';
import { asText } from '../json/lenient';

const IN_VARIABLES = [
  'metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName', 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs',
];
const IN_VOLUMES = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'];
const ENTRY = /^metadata\.(labels|annotations)\['(.*)'\]$/;

const RESOURCES = ['cpu', 'memory', 'ephemeral-storage'].flatMap((name) => [`limits.${name}`, `requests.${name}`]);
const DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** What a pod may learn about itself, in variables and in volumes. */
export function downwardFields(field: string, place: 'variables' | 'volumes'): PodRule[] {
  const fields = place === 'variables' ? IN_VARIABLES : IN_VOLUMES;
  return [
    oneOf(`${field}.fieldRef.apiVersion`, 'v1'),
    {
      ...valueRule(`${field}.fieldRef.fieldPath`, `one of ${list(fields)}, metadata.labels['key'], metadata.annotations['key']`, (value) => {
        const path = asText(value);
        const [, map, key = ''] = ENTRY.exec(path) ?? [];
        // An old name of the node that is still taken.
        if (fields.includes(path) || (place === 'variables' && path === 'spec.host')) return undefined;
        if (map && LABEL_KEY.matches(map === 'labels' ? key : key.toLowerCase())) return undefined;
        return suggest(path, fields);
      }),
      required: true,
    },
    {
      ...valueRule(`${field}.resourceFieldRef.resource`, 'limits. or requests. and one of cpu, memory, ephemeral-storage, hugepages-<size>', (value) => (
        RESOURCES.includes(asText(value)) || /^(limits|requests)\.hugepages-/.test(asText(value)) ? undefined : suggest(asText(value), RESOURCES)
      )),
      required: true,
    },
    {
      field: `${field}.resourceFieldRef`,
      kind: 'value',
      allowed: 'a divisor of 1 or 1m for cpu, and of 1, 1k to 1E or 1Ki to 1Ei for others',
      judge: (value) => {
        const { resource, divisor } = value as { resource?: string; divisor?: string | number };
        const allowed = asText(resource).endsWith('.cpu') ? ['1', '1m'] : DIVISORS;
        if (divisor === undefined || String(divisor) === '0' || allowed.includes(String(divisor))) return [];
        return [{ at: ['divisor'], given: JSON.stringify(divisor), fix: `write one of ${list(allowed)}` }];
      },
    },
    ...place === 'volumes' ? [required(`${field}.resourceFieldRef.containerName`, 'the name of a container')] : [],
  ];
}

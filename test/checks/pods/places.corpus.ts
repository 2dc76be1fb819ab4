import { checkObjects } from './check-objects';
import { Severity } from '../../../src/findings/finding';
import { JsonObject } from '../../../src/json/json';
import { asList } from '../../../src/json/lenient';
import { fragment } from '../../pod-rules/sample-pod';
import { POD_SAMPLES, SAMPLE_VOLUMES } from '../../pod-rules/samples';

/** Who has pods: where the pod template is, and the name of the operator's container. */
const OWNERS = ['workflow', 'jobService', 'dataIndex'] as const;
type Owner = typeof OWNERS[number];

const PLACES = ['container', 'containers[]', 'initContainers[]'] as const;
type Place = typeof PLACES[number];

/** The pod template with a sample in it; the services' own volume has to stay. */
function podTemplate(owner: Owner, field: string, value: unknown, place: Place): JsonObject {
  const part = fragment(field, value, place === 'container' ? 'containers[]' : place);
  const { containers, initContainers, volumes = SAMPLE_VOLUMES, ...pod } = part;
  const own = owner === 'workflow' ? [] : [{ name: 'application-config', emptyDir: {} }];
  const { name: _name, image: _image, ...container } = (place === 'container' ? asList(containers)[0] : {}) as JsonObject;
  return JSON.parse(JSON.stringify({
    ...pod,
    ...place !== 'container' && containers !== undefined && { containers },
    ...initContainers !== undefined && { initContainers },
    volumes: [...volumes as JsonObject[], ...own],
    container: { ...container, ...owner === 'workflow' && { image: 'x:1' } },
  })) as JsonObject;
}

/** The operator's container has a name and an image of its own; some fields are not in the CRDs. */
const NOT_THERE = /^(serviceAccount|ephemeralContainers)$/;
const OF_THE_OPERATOR = /^\*\.(name|image)$/;

/** What comes of the operator's own values beside the user's: rules of their own, with tests of their own. */
const CLASH = /SF-POD-(PROBE|REPLACES)|the operator itself writes/;

/** What the operator makes good: it writes no zero of Go, puts its own beside what is there, and merges the variables of a service by name. */
function isMadeGood(owner: Owner, field: string, refused: unknown, place: Place): boolean {
  if (field.endsWith('ports[].hostPort')) return refused === 0;
  if (place !== 'container') return false;
  const hasOwn = owner === 'workflow' || !field.startsWith('*.startupProbe');
  if (/Probe(\.httpGet\.port)?$/.test(field)) return hasOwn && (refused === 0 || field.endsWith('Probe'));
  return owner !== 'workflow' && (field === '*.env' || (field === '*.resources' && JSON.stringify(refused).includes('hugepages')));
}

const CASES = OWNERS.flatMap((owner) => Object.entries(POD_SAMPLES).filter(([field]) => !NOT_THERE.test(field)).flatMap(([field, samples]) => (field.startsWith('*') ? PLACES : [PLACES[1]])
  .filter((place) => place !== 'container' || !OF_THE_OPERATOR.test(field))
  .map((place) => [owner, field, place, samples] as const)));

const errors = (owner: Owner, field: string, value: unknown, place: Place) => checkObjects(owner, podTemplate(owner, field, value, place))
  .filter(({ severity }) => severity === Severity.ERROR).map(({ rule, field: at, given }) => `${rule} ${at}: ${given}`)
  .filter((line) => place !== 'container' || !CLASH.test(line));

test.each(CASES)('%s: %s, in %s', (owner, field, place, samples) => {
  for (const [refused, accepted] of samples) {
    const about = JSON.stringify([refused, accepted])?.slice(0, 200);
    expect([about, errors(owner, field, accepted, place)]).toEqual([about, []]);
    const expected = isMadeGood(owner, field, refused, place) ? [] : [expect.any(String)];
    expect([about, errors(owner, field, refused, place)]).toEqual([about, expected]);
  }
});

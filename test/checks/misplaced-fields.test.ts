import { likelyPlace, rightPlace } from '../../src/checks/misplaced-fields';

test.each([
  ['spec.flow.id', 'move it to metadata.name'],
  ['spec.flow.version', 'move it to the annotation sonataflow.org/version'],
  ['spec.flow.podTemplate', 'move it out of the flow: spec.podTemplate'],
  ['spec.states', 'move it into the flow: spec.flow.states'],
  ['podTemplate', 'move it below spec: spec.podTemplate'],
  ['spec.persistence.jobService', 'did you mean spec.services.jobService?'],
  ['spec.platform', 'leave it out, as a workflow finds the platform of its namespace; a cluster platform names one in spec.platformRef'],
  ['spec.services.jobService.serviceRef', 'move it to spec.services.jobService.persistence.postgresql.serviceRef'],
  ['spec.persistence.jdbcUrl', 'move it to spec.persistence.postgresql.jdbcUrl'],
  ['spec.services.jobService.replicas', 'move it to spec.services.jobService.podTemplate.replicas'],
  ['spec.services.jobService.container', 'move it to spec.services.jobService.podTemplate.container'],
  ['spec.podTemplate.env', 'move it to spec.podTemplate.container.env'],
  ['spec.podTemplate.spec', 'write what is in it into spec.podTemplate itself'],
  ['spec.services', 'move it to the SonataFlowPlatform: spec.services'],
])('%s: %s', (field, place) => expect(rightPlace(field)).toBe(place));

test.each(['spec.flow', 'spec.note', 'spec.services.jobService.podTemplate.replica', 'metadata.name', 'status.states'])('%s has no other place', (field) => {
  expect(rightPlace(field)).toBeUndefined();
});

test.each([
  ['spec.services.jobService.replica', 'move it to spec.services.jobService.podTemplate.replicas'],
  ['spec.initContainer', 'move it to spec.podTemplate.initContainers'],
  ['spec.function', 'move it into the flow: spec.flow.functions'],
])('%s, which is a slip as well: %s', (field, place) => expect(likelyPlace(field)).toBe(place));

test.each(['spec.end', 'spec.whatever', 'spec.podTemplate.container.state'])('%s looks like no word of another place', (field) => {
  expect(likelyPlace(field)).toBeUndefined();
});

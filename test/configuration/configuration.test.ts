import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { configurationSchema, SCHEMA_FILE } from '../../projenrc/configuration-schema';
import { parseConfiguration } from '../../src/configuration/configuration';

const schema = readFileSync(join(__dirname, '..', '..', SCHEMA_FILE), 'utf8');
const fits = new Ajv({ strict: false }).compile(JSON.parse(schema));

test('the published schema is what `npx projen docs:rules` writes', () => {
  expect(schema).toBe(configurationSchema());
});

test.each([
  ['operator: 1.x', true],
  ['operator: {version: 1.x, registry: r, tag: t, images: {devMode: i}}', true],
  ['clusterFacts: cluster.yaml', true],
  ['clusterFacts: {file: c.yaml, openshift: true, brokerClasses: {a/b: Kafka}, knativeFeatures: [x], kubernetesVersion: "1.32"}', true],
  ['acknowledgements: [{rule: SF-NAME, reason: r, namespace: "*", name: a?}]', true],
  ['strict: false', true],
  ['operator: 3', false],
  ['operator: 9.9.9', false],
  ['operator: {version: 1.x, image: x}', false],
  ['clusterFacts: [x]', false],
  ['clusterFacts: {brokerClasses: {a/b: 1}}', false],
  ['acknowledgements: {rule: SF-NAME}', false],
  ['acknowledgements: [{rule: SF-NAME}]', false],
  ['acknowledgements: [text]', false],
  ['strict: "yes"', false],
  ['other: 1', false],
])('%s: the schema and the library agree', (text, right) => {
  expect(fits(parse(text))).toBe(right);
  expect(parseConfiguration(text, 'f').findings.length === 0).toBe(right);
});

test('where it is wrong', () => {
  expect(parseConfiguration('strict: true\noperater: x\n', '.sonataflowrc').findings).toEqual([
    expect.objectContaining({ rule: 'SF-CONFIGURATION', where: '.sonataflowrc:2:1', field: 'operater' }),
  ]);
});

test('what it says', () => {
  expect(parseConfiguration('operator: 1.x\nclusterFacts: {file: c.yaml, knative: false}\nacknowledgements: [{rule: SF-NAME, reason: " r "}]\nstrict: true\n', 'f').configuration).toEqual({
    file: 'f',
    operator: { version: '1.x' },
    clusterFacts: { knative: false },
    clusterFactsFile: 'c.yaml',
    acknowledgements: [expect.objectContaining({ rule: 'SF-NAME', reason: 'r' })],
    strict: true,
  });
});

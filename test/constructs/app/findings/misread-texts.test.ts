import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing, Yaml } from 'cdk8s';
import { misreadTexts } from '../../../../src/constructs/app/findings/misread-texts';
import { SonataFlowPlatformConstruct, WorkflowConstruct } from '../../../../src/index';
import { readYaml } from '../../../../src/yaml/yaml';
import { definition, testChart } from '../../../support';

const TEXTS = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'hostile', 'inputs', 'special.json'), 'utf8')) as string[];
const found = (spec: object) => misreadTexts({ metadata: {}, spec, origin: { locate: () => ({ where: 'w' }) } }).map(({ field }) => field);

/** Whether what cdk8s writes is what was given. */
function isRead(object: object): boolean {
  const { documents: [document], findings } = readYaml(Yaml.stringify(object), 'f');
  return findings.length === 0 && JSON.stringify(document?.object) === JSON.stringify(object);
}

test('a text is told if it is not read as it was given, as a value, in a list and as a key', () => {
  for (const text of TEXTS) {
    expect([text, found({ a: text })]).toEqual([text, isRead({ a: text }) ? [] : ['spec.a']]);
    expect([text, found({ a: [text] }).length]).toEqual([text, isRead({ a: [text] }) ? 0 : 1]);
    expect([text, found({ [text]: '' }).length]).toEqual([text, isRead({ [text]: '' }) ? 0 : 1]);
  }
  expect(TEXTS.filter((text) => !isRead({ a: text })).length).toBeGreaterThan(10);
});

test('constructs tell it, and not the value', () => {
  const chart = testChart('orders');
  const image = 'example.org/greet:1';
  const workflow = new WorkflowConstruct(new SonataFlowPlatformConstruct(chart, 'P'), 'W', {
    definition: definition(), podTemplate: { container: { image, env: [{ name: 'A', value: '0o14' }] } },
  });
  const told = workflow.findings.filter(({ rule }) => rule === 'SF-OUTPUT-TEXT');
  expect(told).toMatchObject([{ severity: 'error', field: 'spec.podTemplate.container.env[0].value' }]);
  expect(JSON.stringify(told)).not.toContain('0o14');
  expect(() => Testing.synth(chart)).toThrow('SF-OUTPUT-TEXT');
});

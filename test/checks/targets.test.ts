import { brief, complete, findingsOf } from './input';
import { readPage } from './rule-page';
import { RULE_IDS, ruleOf } from '../../src/rules/rules';

const corrected = RULE_IDS.filter((id) => ruleOf(id).correction && ruleOf(id).severity === 'error');

test('some errors are made moot by a correction', () => {
  expect(corrected).toEqual(expect.arrayContaining([
    'SF-MIGRATION-ADDRESS', 'SF-MIGRATION-HALF', 'SF-MIGRATION-KEYS', 'SF-POD-PROBE', 'SF-POD-REPLACES',
  ]));
});

describe.each(corrected)('%s', (id) => {
  const [{ text: wrong }] = readPage(id).wrong;
  const severities = (options: Parameters<typeof findingsOf>[1]) => (
    findingsOf(complete(wrong), options).filter(({ rule, allowed }) => rule === id && allowed !== 'base64 texts only, and in the profile dev only')
  ).map(({ severity }) => severity);
  const ofOperator = (severity: string) => id === 'SF-FLOW-CONSTANTS' ? [] : expect.arrayContaining([severity]);

  test('is an error where custom resources are written', () => {
    expect(severities({ target: 'customResources' })).toEqual(ofOperator('error'));
  });

  test('is an information where Kubernetes objects are rendered with corrections', () => {
    expect(severities({ target: 'kubernetesObjects' })).toEqual(ofOperator('information'));
  });

  test('is a warning where Kubernetes objects are rendered to the letter', () => {
    expect(severities({ target: 'kubernetesObjects', corrected: false })).toEqual(ofOperator('warning'));
  });
});

test('an error that no correction helps stays one', () => {
  const input = complete('kind: SonataFlowPlatform\nspec: {services: {jobService: {podTemplate: {replicas: 2}}}}');
  expect(brief(findingsOf(input, { target: 'kubernetesObjects' }))).toContain('SF-REPLICAS-JOBS error spec.services.jobService.podTemplate.replicas');
});

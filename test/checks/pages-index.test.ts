import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { podRulesPage } from '../../projenrc/pod-rules';
import { ruleIndex } from '../../projenrc/rule-index';
import { RULE_IDS } from '../../src/rules/rules';

const index = readFileSync(join(__dirname, '..', '..', 'docs', 'rules', 'README.md'), 'utf8');

test('docs/rules/README.md is what `npx projen docs:rules` writes', () => {
  expect(index.split('\n')).toEqual(ruleIndex().split('\n'));
});

test('docs/pod-rules.md is what it writes too', () => {
  expect(readFileSync(join(__dirname, '..', '..', 'docs', 'pod-rules.md'), 'utf8').split('\n')).toEqual(podRulesPage().split('\n'));
});

test('each rule has one row', () => {
  expect([...index.matchAll(/^\| \[(SF-[A-Z-]+)\]\(\1\.md\) \|/gm)].map(([, id]) => id).sort()).toEqual(RULE_IDS);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIndex } from '../../projenrc/rule-index';
import { RULE_IDS } from '../../src/rules/rules';

const index = readFileSync(join(__dirname, '..', '..', 'docs', 'rules', 'README.md'), 'utf8');

test('docs/rules/README.md is what `npx projen docs:rules` writes', () => {
  expect(index.split('\n')).toEqual(ruleIndex().split('\n'));
});

test('each rule has one row', () => {
  expect([...index.matchAll(/^\| \[(SF-[A-Z-]+)\]\(\1\.md\) \|/gm)].map(([, id]) => id).sort()).toEqual(RULE_IDS);
});

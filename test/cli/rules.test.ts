import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';
import { RULE_IDS } from '../../src/rules/rules';

test('rules: ids, severities, kinds and titles', () => {
  const { status, out } = run('rules');
  const lines = out.trimEnd().split('\n');
  expect([status, lines.map((line) => line.split(' ')[0])]).toEqual([0, RULE_IDS]);
  expect(lines).toContainEqual(expect.stringMatching(/^SF-SCHEMA +error +fixed +A custom resource that the schema/));
  expect(lines).toContainEqual(expect.stringMatching(/^SF-PROFILE +error +acknowledgeable +/));
  expect(lines).toContainEqual(expect.stringMatching(/^SF-PLATFORM-NONE +warning +acknowledgeable +/));
});

test('rules SF-X: its page', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'rules', 'SF-NAME.md'), 'utf8');
  expect(run('rules', 'SF-NAME')).toEqual({ status: 0, out: page, err: '' });
  expect(run('rules', 'sf-name').out).toBe(page);
});

test('an unknown rule: the nearest', () => {
  expect(run('rules', 'SF-PLATFROM-NONE')).toMatchObject({ status: 2, out: '', err: expect.stringContaining('did you mean "SF-PLATFORM-NONE"?') });
});

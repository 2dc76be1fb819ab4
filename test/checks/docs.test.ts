import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from '../../projenrc/check-docs';
import { RULES } from '../../src/checks/rules';

const page = readFileSync(join(__dirname, '../../docs/checks.md'), 'utf8');

test('docs/checks.md is what `npx projen docs:checks` writes', () => {
  expect(page.split('\n')).toEqual(checksPage().split('\n'));
});

test.each([...RULES.keys()])('%s has its section and its row', (id) => {
  expect(page).toContain(`\n## ${id}\n`);
  expect(page).toContain(`| [${id}](#${id.toLowerCase()}) |`);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageAddress, pageOf } from '../../src/findings/page';

test('a page has its place in the package, and an address in the repository of package.json', () => {
  const { repository } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { repository: { url: string } };
  expect(pageOf('SF-NAME')).toBe('docs/rules/SF-NAME.md');
  expect(pageAddress('SF-NAME')).toBe(`${repository.url.replace(/\.git$/, '')}/blob/main/docs/rules/SF-NAME.md`);
});

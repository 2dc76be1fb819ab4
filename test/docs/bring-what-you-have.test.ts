import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from './repository';
import { run } from '../cli/run';
import { directoryWith } from '../support';

const page = textOf('docs/bring-what-you-have.md');
const blocks = (language: string) => [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text);
const [yaml] = blocks('yaml');
const [written] = blocks('ts');

test('the program is what convert writes, and the last line what it says', () => {
  const manifests = directoryWith({ 'shop.yaml': yaml });
  const output = join(mkdtempSync(join(tmpdir(), 'page-')), 'infra');
  const { status, err } = run('convert', manifests, '-o', output);
  expect(status).toBe(0);
  expect(readFileSync(join(output, 'shop.ts'), 'utf8')).toBe(written);
  expect(err.replaceAll(manifests, 'manifests').replaceAll(output, 'infra').split('\n').at(-2)).toBe(blocks('text')[0].trimEnd());
});

test('each command of the page is one', () => {
  const commands = blocks('shell').join('').matchAll(/npx cdk8s-sonataflow (\w+) /g);
  expect([...new Set([...commands].map(([, command]) => command))]).toEqual(['convert', 'init']);
});

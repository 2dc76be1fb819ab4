import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT, textOf } from './repository';
import { UPGRADE_NAMES, upgradeRelease, hopsBetween } from '../../src/upgrade/releases';
import { run } from '../cli/run';

const FILES = join(ROOT, 'test', 'docs', 'reviewing');
const reviewing = textOf('docs/reviewing-changes.md');
const upgrading = textOf('docs/upgrading.md');
const blocks = (page: string, language: string) => [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text);

test('diff says what the page says', () => {
  const { status, out } = run('diff', join(FILES, 'before.yaml'), join(FILES, 'after.yaml'));
  expect(status).toBe(1);
  expect(blocks(reviewing, 'text')).toEqual([`$ cdk8s-sonataflow diff before.yaml after.yaml\n${out.replaceAll(`${FILES}/`, '')}`]);
});

test('the test of the page is the file, which jest runs', () => {
  const [, file, code] = /<!-- (\S+) -->\n```ts\n([\s\S]*?)```/.exec(reviewing)!;
  expect(code).toBe(textOf(file));
});

/** The calls of the command line in a text, and what follows them until a pipe or a redirection. */
function calls(text: string): string[][] {
  return [...text.matchAll(/(?<![\w$ ] )cdk8s-sonataflow ((?:diff|upgrade-plan)(?: [^|>\n]+)?)/g)].map(([, call]) => call.trim().split(/ +/));
}

describe.each([
  ['docs/reviewing-changes.md', [...blocks(reviewing, 'sh'), ...blocks(reviewing, 'yaml')]],
  ['docs/upgrading.md', blocks(upgrading, 'sh')],
])('the commands of %s', (_page, texts) => {
  const found = texts.flatMap(calls);

  test('are there', () => {
    expect(found.length).toBeGreaterThan(1);
  });

  test.each(found.map((call) => [call.join(' '), call] as const))('%s can be called', (_text, call) => {
    const file = join(FILES, 'before.yaml');
    const args = call.map((word) => /^(before\/dist|after\/dist|dist|cluster\.yaml|-)$/.test(word) ? file : word);
    const { status, err } = run(...args);
    expect(err).toBe('');
    expect([0, 1]).toContain(status);
  });
});

test('the pipelines are YAML, and GitHub\'s has what it needs to comment', () => {
  const [github, gitlab] = blocks(reviewing, 'yaml').map((text) => parse(text) as Record<string, { script?: string[] }>);
  expect(github).toMatchObject({ on: 'pull_request', permissions: { 'pull-requests': 'write' } });
  expect(gitlab.diff.script?.at(-1)).toContain('--data-urlencode "body@comment.md" "$CI_API_V4_URL/');
});

test('the ways are those that a plan can go', () => {
  const rows = [...upgrading.matchAll(/^\| `([^`]+)` \| (`[^|]+`) \|/gm)].flatMap(([, from, to]) => (
    [...to.matchAll(/`([^`]+)`/g)].map(([, name]) => `${from} ${name}`)
  ));
  const releases = [...new Set(UPGRADE_NAMES.map((name) => upgradeRelease(name)!))];
  const direct = releases.flatMap((from) => releases.filter((to) => hopsBetween(from, to).length === 1).map((to) => `${from.name} ${to.name}`));
  expect(rows.sort()).toEqual(direct.sort());
});

test('every word for what follows is one of diff, and has a row', () => {
  const rows = [...reviewing.matchAll(/^\| `(\w+)` \|/gm)].map(([, word]) => word);
  const words = [...textOf('src/diff/consequences.ts').matchAll(/effect: '(\w+)'/g)].map(([, word]) => word);
  expect(rows.sort()).toEqual([...new Set(words)].sort());
});

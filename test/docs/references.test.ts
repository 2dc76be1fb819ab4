import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { anchors, filesBelow, headings, ROOT, textOf, withoutCodeBlocks } from './repository';

/** What a comment may name: sections and appendices of the one page, lines of the other. */
const NUMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  'operator-behaviour': new Set(headings(textOf('docs/operator/operator-behaviour.md'))
    .flatMap((heading) => /^(?:Appendix )?(\d+(?:\.\d+)*|[A-Z](?=\.))/.exec(heading)?.[1] ?? [])),
  'surprises': new Set([...textOf('docs/operator/surprises.md').matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(([, number]) => number)),
};

interface Reference { page: string; number: string }

/** The references of a line such as `operator-behaviour 1.6, surprises L2, L3`. */
function references(line: string): Reference[] {
  let page = '';
  return line.split(/[\s,]+/).flatMap((word, i, words) => {
    if (word in NUMBERS) page = word;
    const isNumber = /^(\d+(\.\d+)*|[A-Z]\d+)$/.test(word) || words[i - 1] === 'appendix';
    return isNumber ? [{ page, number: word }] : [];
  });
}

describe('comments', () => {
  const lines = filesBelow('src').filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...textOf(path).matchAll(/@see ((?:operator-behaviour|surprises)\b.*)/g)].map(([, line]) => [path, line]));

  test('some refer to the pages about the operator', () => {
    expect(lines.length).toBeGreaterThan(50);
  });

  test.each(lines)('%s refers to what is there: %s', (_path, line) => {
    const found = references(line);
    expect(found).not.toEqual([]);
    expect(found.filter(({ page, number }) => !NUMBERS[page].has(number))).toEqual([]);
  });

  test.each([
    ['operator-behaviour 3.6, 11.2 */', ['operator-behaviour 3.6', 'operator-behaviour 11.2']],
    ['operator-behaviour 1.6, surprises L2, L3', ['operator-behaviour 1.6', 'surprises L2', 'surprises L3']],
    ['operator-behaviour 5.1 to 5.5', ['operator-behaviour 5.1', 'operator-behaviour 5.5']],
    ['operator-behaviour, appendix A', ['operator-behaviour A']],
    ['surprises P19, cases of existing objects', ['surprises P19']],
    ['operator-behaviour', []],
  ])('%s', (line, expected) => {
    expect(references(line).map(({ page, number }) => `${page} ${number}`)).toEqual(expected);
  });
});

test('the surprises are shown by cases that are there', () => {
  const cases = new Set(readdirSync(join(ROOT, 'test', 'conformance', 'cases')).map((folder) => folder.replace(/^\d+-/, '')));
  const shown = [...textOf('docs/operator/surprises.md').matchAll(/ \[([\w, -]+)\]$/gm)].flatMap(([, names]) => names.split(', '));
  expect(shown).toContain('js-mig-unknown');
  expect(shown.filter((name) => !cases.has(name))).toEqual([]);
});

/** Links to files and headings of the repository; what looks like one in code is none. */
function relativeLinks(markdown: string): string[] {
  const text = withoutCodeBlocks(markdown).replace(/`[^`\n]*`/g, 'code');
  return [...text.matchAll(/\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)/gm)].map(([, inline, below]) => inline ?? below).filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [file, anchor] = link.split('#');
  const target = file === '' ? page : posix.join(posix.dirname(page), file);
  return existsSync(join(ROOT, target)) && (anchor === undefined || anchors(textOf(target)).has(anchor));
}

describe('links', () => {
  const pages = filesBelow('').filter((path) => path.endsWith('.md'));

  test.each(pages)('those of %s lead somewhere', (page) => {
    expect(relativeLinks(textOf(page)).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  test.each([
    ['API.md', true],
    ['docs/rules/SF-NAME.md', true],
    ['docs/nothing.md', false],
    ['#by-need', true],
    ['#nothing', false],
    ['docs/operator/operator-behaviour.md#28-the-properties-writer-magiconairproperties-string', true],
    ['docs/operator/operator-behaviour.md#28', false],
  ])('%s, from the README: %s', (link, expected) => {
    expect(leadsSomewhere('README.md', link)).toBe(expected);
  });
});

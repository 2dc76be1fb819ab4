import { posix } from 'node:path';
import { filesBelow } from './repository';
import { sidebar, sitePages } from '../../projenrc/site-pages';
import * as library from '../../src';

const pages = sitePages();
const paths = new Set(pages.map(({ path }) => path.replace(/^public\//, '')));

test('every page of docs is one of the site, and the API has a page for each class in both languages', () => {
  expect(filesBelow('docs').filter((path) => path.endsWith('.md') && !path.endsWith('README.md') && !paths.has(path.replace('docs/', '')))).toEqual([]);
  const classes = Object.keys(library).filter((name) => /^[A-Z][a-z]/.test(name) && name !== 'SonataFlowValidation');
  expect(['typescript', 'python'].flatMap((language) => classes.filter((name) => !paths.has(`api/${language}/${name}.md`)))).toEqual([]);
});

test('every link to a page leads to one of the site, every other one out of it', () => {
  const links = pages.flatMap(({ path, text }) => [...text.replace(/^ *```[^]*?^ *```$|`[^`\n]+`/gm, '').matchAll(/\]\(([^()\s#]+)|href="([^"#]+)/g)]
    .map(([, link, href]) => ({ path, link: link ?? href.replace(/\.html$/, '.md') })));
  expect(links.length).toBeGreaterThan(1000);
  const wrong = links.filter(({ path, link }) => !/^[a-z]+:/.test(link) && !paths.has(posix.join(posix.dirname(path), link)));
  expect(wrong).toEqual([]);
  expect(links.map(({ link }) => link)).toContain('https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/examples/cluster-wide');
});

test('what GitHub draws of Mermaid is a picture of the site', () => {
  expect(pages.filter(({ text }) => text.includes('```mermaid'))).toEqual([]);
  const { text } = pages.find(({ path }) => path === 'seeing-the-wiring.md')!;
  expect(text).toMatch(/^!\[[^\]]+\]\(\/wiring\.svg\)\n\n\[[^\]]+\]\(\/wiring\.svg\)$/m);
  expect(pages.find(({ path }) => path === 'public/wiring.svg')?.text).toContain('>order-fulfilment</text>');
});

test('the HTML of a page of docs is that of pictures, whose files are there', () => {
  const own = pages.filter(({ path }) => path.endsWith('.md') && !path.startsWith('api/'));
  const tags = own.flatMap(({ path, text }) => [...text.replace(/^ *```[^]*?^ *```$|`[^`\n]+`|<!--[^]*?-->/gm, '').matchAll(/(?<!\\)<\/?([a-z]+)[^>]*>/gi)]
    .map(([tag, name]) => ({ path, tag, name })));
  expect(tags.filter(({ name }) => !['picture', 'source', 'img'].includes(name))).toEqual([]);
  const files = tags.flatMap(({ path, tag }) => [...tag.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, file]) => posix.join(posix.dirname(path), file)));
  expect(files).toContain('performance-dark.svg');
  expect(files.filter((file) => !paths.has(file))).toEqual([]);
});

test('docs/README.md lists every page, and what stands beside the pages leads to them', () => {
  const linked = sidebar().flatMap(({ items }) => items.map(({ link }) => `${link.slice(1)}${link.endsWith('/') ? 'index' : ''}.md`));
  expect(linked.filter((path) => !paths.has(path))).toEqual([]);
  expect([...paths].filter((path) => /^[^/]+\.md$/.test(path) && !['index.md', 'changelog.md'].includes(path) && !linked.includes(path))).toEqual([]);
});

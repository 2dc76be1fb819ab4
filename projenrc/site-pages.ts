import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const ROOT = join(__dirname, '..');
const REPOSITORY = 'https://github.com/cdk8s-sonataflow/cdk8s-sonataflow';

/** A page of the site: where it is there, and what is in it. */
export interface SitePage {
  readonly path: string;
  readonly text: string;
}

interface Source {
  /** In the repository. */
  readonly path: string;
  readonly text: string;
}

/** All pages of the site: those of docs, what has changed, and the API in both languages, a page for each class. */
export function sitePages(): SitePage[] {
  const sources = [...markdownBelow('docs'), read('CHANGELOG.md')];
  const api = [...apiPages('api/typescript', 'TypeScript', read('API.md').text), ...apiPages('api/python', 'Python', read('API.python.md').text)];
  return [...sources.map(({ path, text }) => ({ path: placeOf(path), text: linked(path, text) })), ...api];
}

function markdownBelow(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).sort().map((path) => read(posix.join(folder, path)));
}

function read(path: string): Source {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

/** Where a file of the repository is in the site. */
function placeOf(path: string): string {
  return path.replace(/^docs\//, '').replace(/(^|\/)README\.md$/, '$1index.md').replace(/^API\.md$/, 'api/typescript/index.md')
    .replace(/^API\.python\.md$/, 'api/python/index.md').replace(/^CHANGELOG\.md$/, 'changelog.md');
}

const IN_SITE = /^(docs\/.*|API|API\.python|CHANGELOG)\.md$/;

/** Links to pages of the site go there, links to other files of the repository to where that is published. */
function linked(path: string, text: string): string {
  // The generator would take what is no HTML for components.
  return outsideOfCode(text, (part) => part.replace(/(?<!\\)<(?=[a-z])/gi, '&lt;').replace(/(\]\(|^\[[^\]]+\]: )([^()\s]+)/gm, (all, before: string, link: string) => {
    const [file = '', anchor] = link.split('#');
    if (/^[a-z]+:/.test(link) || file === '') return all;
    const target = posix.join(posix.dirname(path), file);
    const place = IN_SITE.test(target) ? posix.relative(posix.dirname(placeOf(path)), placeOf(target)) : `${REPOSITORY}/blob/main/${target}`;
    return `${before}${/^[a-z]+:|^\./.test(place) ? place : `./${place}`}${anchor === undefined ? '' : `#${anchor}`}`;
  }));
}

function outsideOfCode(text: string, change: (part: string) => string): string {
  return text.split(/(^ *```[^]*?^ *```$|`[^`\n]+`)/m).map((part, i) => i % 2 === 0 ? change(part) : part).join('');
}

/** What jsii-docgen writes as one page, as a page for each class: a search then finds the class. */
function apiPages(folder: string, language: string, text: string): SitePage[] {
  const groups = text.split(/^(?=## )/m).slice(1).map((group) => {
    const [head = '', ...members] = group.split(/^(?=### )/m);
    return { title: /^## ([\w ]+?) *</.exec(head)?.[1] ?? '', members: members.map((member) => ({ name: /^### (\w+)/.exec(member)?.[1] ?? '', text: member })) };
  });
  const pages = groups.flatMap(({ members }) => members);
  const pageOf = new Map(pages.flatMap(({ name, text: member }) => [...member.matchAll(/ id="([^"]+)"/g)].map(([, id]) => [id, name] as const)));
  const relinked = (name: string, member: string) => member.replace(/href="#([^"]+)"/g, (all, id: string) => {
    const other = pageOf.get(id);
    return other === undefined || other === name ? all : `href="./${other}.html#${id}"`;
  });
  const index = groups.map(({ title, members }) => `## ${title}\n\n${members.map(({ name }) => `* [${name}](./${name}.md)\n`).join('')}`).join('\n');
  return [
    { path: `${folder}/index.md`, text: `# API in ${language}\n\n${index}` },
    ...pages.map(({ name, text: member }) => ({ path: `${folder}/${name}.md`, text: relinked(name, member.replace(/^(##+)#/gm, '$1').replace(/^##(?= )/, '#')) })),
  ];
}

export interface SidebarGroup {
  readonly text: string;
  readonly collapsed?: boolean;
  readonly items: ReadonlyArray<{ readonly text: string; readonly link: string }>;
}

/** What stands beside each page: what docs/README.md lists, under its headings. */
export function sidebar(): SidebarGroup[] {
  const groups = read('docs/README.md').text.split(/^## /m).slice(1);
  return groups.map((group) => {
    const [text = ''] = group.split('\n', 1);
    const items = [...group.matchAll(/\[([^\]]+)\]\(([^)]+)\.md\)/g)].map(([, title = '', file = '']) => ({ text: title, link: `/${placeOf(posix.join('docs', `${file}.md`)).replace(/(index)?\.md$/, '')}` }));
    return { text, items };
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const ROOT = join(__dirname, '..');
const REPOSITORY = 'https://github.com/cdk8s-sonataflow/cdk8s-sonataflow';

/** A page or a picture of the site: where it is there, and what is in it. */
export interface SitePage {
  readonly path: string;
  readonly text: string;
}

interface Source {
  /** In the repository. */
  readonly path: string;
  readonly text: string;
}

/** All pages of the site: those of docs with their pictures, what has changed, and the API in both languages, a page for each class. */
export function sitePages(): SitePage[] {
  const sources = [...markdownBelow('docs'), read('CHANGELOG.md')];
  const api = [...apiPages('api/typescript', 'TypeScript', read('API.md').text), ...apiPages('api/python', 'Python', read('API.python.md').text)];
  const pages = sources.flatMap(({ path, text }) => drawn({ path: placeOf(path), text: linked(path, text) }));
  return [...pages, ...sources.flatMap(picturesOf), ...api];
}

/** Files that the page shows by HTML. */
function picturesOf({ path, text }: Source): SitePage[] {
  return [...text.matchAll(PICTURE_FILES)].map(([, , file = '']) => ({ path: placeOf(posix.join(posix.dirname(path), file)), text: read(posix.join(posix.dirname(path), file)).text }));
}

const PICTURE_FILES = /\b(src|srcset)="([\w-]+\.svg)"/g;

const MERMAID = /^```mermaid\n[^]*?^```$/m;
const WIRING = 'The wiring of examples/order-processing: platform, services, databases, broker, event types, workflows, and what they call';

/** GitHub draws Mermaid, the generator does not: in its place stands the same graph as SVG, which is too wide for the column. */
function drawn({ path, text }: SitePage): SitePage[] {
  if (!MERMAID.test(text)) return [{ path, text }];
  if (path !== 'seeing-the-wiring.md') throw new Error(`${path}: no picture is known for its Mermaid`);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the program draws as soon as it is loaded
  const { wiring } = require('../test/docs/seeing-the-wiring') as { wiring: { toSvg(): string } };
  return [
    { path, text: text.replace(MERMAID, `![${WIRING}](/wiring.svg)\n\n[The picture in its full size](/wiring.svg)`) },
    { path: 'public/wiring.svg', text: wiring.toSvg() },
  ];
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
  // The generator would take what is no HTML for components, and takes files only by paths that begin with a dot.
  return outsideOfCode(text, (part) => part.replace(/(?<!\\)<(?=[a-z])(?!picture>|source |img )/gi, '&lt;').replace(PICTURE_FILES, '$1="./$2"').replace(/(\]\(|^\[[^\]]+\]: )([^()\s]+)/gm, (all, before: string, link: string) => {
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
    const items = [...group.matchAll(/\[([^\]]+)\]\(([^)]+)\.md\)/g)].map(([, title = '', file = '']) => ({ text: title.charAt(0).toUpperCase() + title.slice(1), link: `/${placeOf(posix.join('docs', `${file}.md`)).replace(/(index)?\.md$/, '')}` }));
    return { text, items };
  });
}

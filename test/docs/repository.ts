import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** What is generated, installed, or given as data. */
const NOT_OURS = ['.git', 'coverage', 'dist', 'lib', 'node_modules', 'test/conformance/cases'];

/** Paths of all files below a folder of the repository, relative to its root. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return NOT_OURS.includes(path) ? [] : filesBelow(path);
  });
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function withoutCodeBlocks(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '');
}

export function headings(markdown: string): string[] {
  return [...withoutCodeBlocks(markdown).matchAll(/^#{1,6} +(.*?) *$/gm)].map(([, heading]) => heading);
}

/** What a link into a page may name after the `#`: headings as GitHub names them, and anchors in HTML. */
export function anchors(markdown: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const ofHeadings = headings(markdown).map((heading) => {
    const anchor = heading.replace(/<[^>]*>/g, '').toLowerCase().replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
  const inHtml = [...markdown.matchAll(/<a (?:name|id)="([^"]*)"/g)].map(([, anchor]) => anchor);
  return new Set([...ofHeadings, ...inHtml]);
}

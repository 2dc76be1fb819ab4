import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', 'docs', 'rules');

/** A piece of code on a page, in a language. */
export interface Example {
  readonly language: string;
  readonly text: string;
}

/** A page about a rule, taken apart. */
export interface RulePage {
  readonly id: string;
  readonly text: string;
  readonly wrong: readonly Example[];
  readonly right: readonly Example[];
}

/** The ids that have a page. */
export function pageIds(): string[] {
  return readdirSync(FOLDER).filter((file) => file.startsWith('SF-')).map((file) => file.replace(/\.md$/, '')).sort();
}

export function hasPage(id: string): boolean {
  return existsSync(join(FOLDER, `${id}.md`));
}

export function readPage(id: string): RulePage {
  const text = readFileSync(join(FOLDER, `${id}.md`), 'utf8');
  const section = (title: string) => text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  return { id, text, wrong: examplesIn(section('Wrong')), right: examplesIn(section('Right')) };
}

function examplesIn(section: string): Example[] {
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
}

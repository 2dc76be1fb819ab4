import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageOf } from '../../src/findings/page';

const ROOT = join(__dirname, '..', '..');

/**
 * A piece of code on a page. What it is, and how it is run, follows from its language:
 *
 * - `yaml`: parts of the objects of one cluster; apiVersion, names and the flow of a workflow may be missing. They are checked for both
 *   operators, as custom resources and as what Kubernetes objects are made of. One with `validations` is a `cdk8s.yaml`.
 * - `text`: a file as a whole, which `cdk8s-sonataflow check` is given.
 * - `ts`: a piece of a program, with all of the library, `App`, `Chart`, `kplus` and what pages-scope.ts has, unless it declares the name itself.
 * - `sh`: commands, run in a folder with a `platform.yaml` and a `greet.yaml`; what `npx cdk8s-sonataflow` says to them counts.
 *
 * A line such as ``With `--no-knative`:`` above a block of `yaml` or `text` has the options of the command line for it.
 */
export interface Example {
  readonly language: string;
  readonly options: readonly string[];
  readonly text: string;
}

/** A page about a rule, taken apart. */
export interface RulePage {
  readonly id: string;
  readonly text: string;
  readonly wrong: readonly Example[];
  readonly right: readonly Example[];
  /** In which operators it is so: the last section. */
  readonly operators: string;
}

/** The ids that have a page. */
export function pageIds(): string[] {
  return readdirSync(join(ROOT, 'docs', 'rules')).filter((file) => file.startsWith('SF-')).map((file) => file.replace(/\.md$/, '')).sort();
}

export function hasPage(id: string): boolean {
  return existsSync(join(ROOT, pageOf(id)));
}

export function readPage(id: string): RulePage {
  const text = readFileSync(join(ROOT, pageOf(id)), 'utf8');
  const section = (title: string) => text.split(/^## /m).find((part) => part.startsWith(`${title}\n`))?.slice(title.length).trimStart() ?? '';
  return { id, text, wrong: examplesIn(section('Wrong')), right: examplesIn(section('Right')), operators: section('Operators') };
}

function examplesIn(section: string): Example[] {
  return [...section.matchAll(/(?:^With `([^`]*)`:\n\n)?^```(\w+)\n(.*?)^```$/gms)]
    .map(([, options, language = '', text = '']) => ({ language, text, options: options?.split(' ') ?? [] }));
}

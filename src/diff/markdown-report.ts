import { Difference, ExplainedObject } from './difference';
import { allConsequences, alike, counted, groupsOf, shownObject, yamlLines } from './report-lines';
import { printableLine } from '../findings/printable';

/** GitHub takes 65,536 characters for a comment, GitLab more. */
export const LONGEST_COMMENT = 65_536;
/** For what comes behind the last object. */
const RESERVE = 500;

const SIGNS = { added: '+', removed: '-' } as const;

/**
 * A difference for a comment on a pull request: a table above, the objects folded below it, and no longer than a comment may be.
 *
 * @param longest how many characters there is room for
 */
export function markdownReport(compared: string, difference: Difference, longest = LONGEST_COMMENT): string {
  const { objects } = difference;
  const head = [`**${inline(counted(difference))}** (${inline(compared)})`, ''];
  const tail = [...unshownLines(difference), ...difference.notes.flatMap((note) => [`* ${inline(note)}`])];
  const budget = longest - RESERVE - size(head) - size(tail);
  const rows = within(heaviestFirst(objects).map((object) => [row(object)]), budget / 2);
  const table = objects.length === 0 ? [] : ['| object | | what follows |', '| --- | --- | --- |', ...rows.lines, ''];
  const details = within(alike(objects).map(detailLines), budget - size(table));
  return [
    ...head, ...table, ...left(rows.left, 'in the table'), ...details.lines, ...left(details.left, 'in full'), ...tail,
  ].map((line) => `${line}\n`).join('');
}

function left(count: number, where: string): string[] {
  return count === 0 ? [] : [`${count} more of what differs ${count === 1 ? 'is' : 'are'} not shown ${where}: a comment has no room for more.`, ''];
}

/** As many of the blocks as there is room for. */
function within(blocks: ReadonlyArray<readonly string[]>, room: number): { readonly lines: string[]; readonly left: number } {
  const lines: string[] = [];
  let free = room;
  for (const [i, block] of blocks.entries()) {
    free -= size(block);
    if (free < 0) return { lines, left: blocks.length - i };
    lines.push(...block);
  }
  return { lines, left: 0 };
}

function size(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function heaviestFirst(objects: readonly ExplainedObject[]): ExplainedObject[] {
  const isHeavy = (object: ExplainedObject) => allConsequences(object).some(({ effect }) => effect !== 'stays');
  return [...objects.filter(isHeavy), ...objects.filter((object) => !isHeavy(object))];
}

function row(object: ExplainedObject): string {
  const effects = [...new Set(allConsequences(object).map(({ effect }) => effect))];
  return `| ${inline(shownObject(object))} | ${object.change} | ${effects.join(', ')} |`;
}

/** Of several objects that changed alike, all that is to be said is said once. */
function detailLines(objects: readonly ExplainedObject[]): string[] {
  const [object, ...others] = objects;
  if (!object) return [];
  const { change, reasons, consequences } = object;
  const title = others.length === 0 ? '' : ` and ${others.length} more`;
  return [
    `<details><summary>${html(shownObject(object) + title)}, ${change}</summary>`, '',
    ...others.length === 0 ? [] : [...objects.map((one) => `* ${inline(shownObject(one))}`), ''],
    ...consequences.map(({ effect, text }) => `* **${effect}**: ${inline(text)}`),
    ...reasons.length === 0 ? [] : [`* because of ${inline(reasons.join('; '))}`],
    ...consequences.length + reasons.length === 0 ? [] : [''],
    ...fenced(bodyLines(object)), '</details>', '',
  ];
}

function bodyLines(object: ExplainedObject): string[] {
  const { change, content } = object;
  if (content !== undefined && change !== 'changed') return yamlLines(content).map((line) => `${SIGNS[change]} ${line}`);
  return groupsOf(object).flatMap((group) => [
    ...group.fields.map((field) => `  ${field}`),
    ...group.before.map((line) => `-   ${line}`),
    ...group.after.map((line) => `+   ${line}`),
    ...group.reasons.length === 0 ? [] : [`#   because of ${group.reasons.join('; ')}`],
    ...group.consequences.map(({ effect, text }) => `#   ${effect}: ${text}`),
  ]);
}

/** A block of code that nothing in it ends. */
export function fenced(lines: readonly string[], language = 'diff'): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const fence = '`'.repeat(longest + 1);
  return [fence + language, ...lines.map(printableLine), fence];
}

function unshownLines({ unshown }: Difference): string[] {
  if (unshown.length === 0) return [];
  const lines = unshown.map(({ kind, namespace, name, field, what }) => `* ${inline(`${kind} ${namespace}/${name}: ${field}`)}: ${inline(what)}`);
  const shown = within(lines.map((line) => [line]), LONGEST_COMMENT / 8);
  return ['Changed in custom resources, and in no object:', '', ...shown.lines, ...shown.left === 0 ? [] : [`* and ${shown.left} more`], ''];
}

/** Text in which nothing means anything to HTML, where no Markdown is read. */
function html(text: string): string {
  return printableLine(text).replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text in which nothing means anything to Markdown or HTML. */
export function inline(text: string): string {
  return html(text).replace(/[\\`*_[\]|~@]/g, '\\$&');
}

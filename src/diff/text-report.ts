import { Difference, ExplainedObject } from './difference';
import { alike, counted, groupsOf, shownObject, yamlLines } from './report-lines';
import { printableLine } from '../findings/printable';

/** ANSI colours: of what comes, of what goes, of what changes. */
const COLOURS = { added: 32, removed: 31, changed: 33 } as const;
const SIGNS = { added: '+', removed: '-', changed: '~' } as const;

type Word = keyof typeof COLOURS;

/** A difference for a terminal. */
export function textReport(compared: string, difference: Difference, coloured: boolean): string {
  const paint = (word: Word, line: string) => coloured ? `\x1b[${COLOURS[word]}m${printableLine(line)}\x1b[0m` : printableLine(line);
  const { unshown, notes } = difference;
  return [
    printableLine(compared),
    ...alike(difference.objects).flatMap((objects) => ['', ...objectLines(objects, paint)]),
    ...unshown.length === 0 ? [] : ['', 'changed in custom resources, and in no object:'],
    ...unshown.map(({ kind, namespace, name, field, what }) => printableLine(`  ${kind} ${namespace}/${name}: ${field}: ${what}`)),
    ...notes.length === 0 ? [] : ['', ...notes.map((note) => printableLine(`note: ${note}`))],
    '', counted(difference),
  ].map((line) => `${line}\n`).join('');
}

function objectLines(objects: readonly ExplainedObject[], paint: (word: Word, line: string) => string): string[] {
  const [first] = objects;
  if (!first) return [];
  const { change, content, reasons, consequences } = first;
  return [
    ...objects.map((object) => paint(change, `${SIGNS[change]} ${shownObject(object)}`)),
    ...because(reasons, '    '),
    ...consequences.map(({ effect, text }) => printableLine(`    ${effect}: ${text}`)),
    ...content === undefined ? [] : yamlLines(content).map((line) => paint(change, `    ${SIGNS[change]} ${line}`)),
    ...groupsOf(first).flatMap((group) => [
      ...group.fields.map((field) => printableLine(`    ${field}`)),
      ...group.before.map((line) => paint('removed', `      - ${line}`)),
      ...group.after.map((line) => paint('added', `      + ${line}`)),
      ...because(group.reasons, '      '),
      ...group.consequences.map(({ effect, text }) => printableLine(`      ${effect}: ${text}`)),
    ]),
  ];
}

function because(reasons: readonly string[], indentation: string): string[] {
  return reasons.length === 0 ? [] : [printableLine(`${indentation}because of ${reasons.join('; ')}`)];
}

import { DiffOptions } from './diff-command';
import { Difference, differenceOf } from '../../diff/difference';
import { jsonReport } from '../../diff/json-report';
import { liveDifference } from '../../diff/live';
import { markdownReport } from '../../diff/markdown-report';
import { Side } from '../../diff/side';
import { textReport } from '../../diff/text-report';
import { LocatedFinding } from '../../findings/place';
import { JsonObject } from '../../json/json';
import { readSources } from '../../loader/files';
import { load } from '../../loader/loader';
import { countPassedOver } from '../../loader/passed-over';
import { DIFF_STATUS, ExitStatus, Terminal } from '../exit-status';
import { readPaths } from '../input/read-input';
import { ReadSide, sideOf } from '../input/read-side';
import { Settings, settingsOf } from '../options/settings';
import { printFindings } from '../output/print-findings';

/** Runs the command `diff`. */
export function diff(files: readonly string[], options: DiffOptions, terminal: Terminal): ExitStatus {
  const reading = { ...settingsOf(options), progress: terminal.progress };
  const result = options.live === undefined ? comparedSides(files, options, reading) : comparedWithLive(files, options, reading, options.live);
  if ('trouble' in result) {
    printFindings(distinct(result.trouble), terminal);
    return DIFF_STATUS.trouble;
  }
  const { compared, difference, sides } = result;
  const passed = countPassedOver(sides.flatMap(({ passedOver }) => passedOver));
  printFindings(distinct(sides.flatMap(({ nothing }) => nothing)), terminal);
  if (passed !== undefined) terminal.err(`passed over: ${passed}\n`);
  terminal.out(report(options.format, compared, difference, terminal.coloured.out));
  return difference.objects.length === 0 || options.exitZero ? DIFF_STATUS.same : DIFF_STATUS.different;
}

interface Compared {
  /** What is compared, in a line. */
  readonly compared: string;
  readonly difference: Difference;
  readonly sides: readonly ReadSide[];
}

type SideReading = Settings & Pick<Terminal, 'progress'>;

type Result = Compared | { readonly trouble: readonly LocatedFinding[] };

function comparedSides(paths: readonly string[], { from, to, corrections = false }: DiffOptions, reading: SideReading): Result {
  const [before = '', after = before] = paths;
  const given = readPaths([before], reading);
  const left = sideOf(given, ofRelease(reading, from), corrections);
  const right = sideOf(before === after ? given : readPaths([after], reading), ofRelease(reading, to), corrections);
  const sides = [left, right];
  const trouble = [...sides.flatMap(({ refused, stops }) => [...refused, ...stops]), ...nothingIn(sides)];
  if (trouble.length > 0) return { trouble };
  return { sides, compared: `comparing ${made(left.side, before)} with ${made(right.side, after)}`, difference: differenceOf(left.side, right.side) };
}

function comparedWithLive(paths: readonly string[], { corrections = false }: DiffOptions, reading: SideReading, dump: string): Result {
  const [path = ''] = paths;
  const read = sideOf(readPaths([path], reading), reading, corrections);
  const { side: expected, refused: unreadable, stops } = read;
  const { sources, findings: unread } = readSources([dump]);
  const { documents, findings } = load(sources, { judge: (object) => ({ object, writtenBack: object, problems: [] }) });
  // A dump without anything in it is one, and what it lacks is told; of no text at all nobody knows why.
  const isText = sources.some(({ text }) => text.toString().trim() !== '');
  const broken = findings.filter(({ severity, rule }) => severity === 'error' && !(isText && rule === 'SF-INPUT-EMPTY'));
  const refused = [...unreadable, ...stops, ...unread, ...broken, ...nothingIn([read])];
  if (refused.length > 0) return { trouble: refused };
  const live: JsonObject[] = documents.map(({ object }) => object);
  return { sides: [read], compared: `comparing what is in the cluster (${nameOf(dump)}) with ${made(expected, path)}`, difference: liveDifference(expected, live) };
}

/** Where nothing is read on any side, there is no difference that anybody has asked for. */
function nothingIn(sides: readonly ReadSide[]): LocatedFinding[] {
  return sides.every(({ nothing }) => nothing.length > 0) ? sides.flatMap(({ nothing }) => nothing) : [];
}

/** For the release that is named, as it was released; else for the operator that everything else is read for. */
function ofRelease(reading: SideReading, release: DiffOptions['from']): SideReading {
  return release === undefined ? reading : { ...reading, ...reading.ofRelease(release) };
}

function made({ corrected, operatorName }: Side, path: string): string {
  return corrected ? `what render writes of ${nameOf(path)} for operator ${operatorName}` : `what operator ${operatorName} makes of ${nameOf(path)}`;
}

function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

function report(format: string, compared: string, difference: Difference, coloured: boolean): string {
  switch (format) {
    case 'json': return jsonReport(compared, difference);
    case 'markdown': return markdownReport(compared, difference);
    default: return textReport(compared, difference, coloured);
  }
}

/** What is wrong with a file is often wrong for both sides. */
function distinct(findings: readonly LocatedFinding[]): LocatedFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify([finding.rule, finding.where, finding.field, finding.given]), finding])).values()];
}

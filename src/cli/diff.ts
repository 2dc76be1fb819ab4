import { DiffOptions } from './diff-command';
import { DIFF_STATUS, ExitStatus, Terminal } from './exit-status';
import { printFindings } from './print-findings';
import { readFiles, ReadSide, sideOf } from './read-side';
import { settingsOf } from './settings';
import { Difference, differenceOf } from '../diff/difference';
import { jsonReport } from '../diff/json-report';
import { liveDifference } from '../diff/live';
import { markdownReport } from '../diff/markdown-report';
import { textReport } from '../diff/text-report';
import { LocatedFinding } from '../findings/place';
import { JsonObject } from '../json/json';
import { load } from '../loader/loader';
import { OperatorName } from '../values/operator-releases';

/** Runs the command `diff`. */
export function diff(files: readonly string[], options: DiffOptions, terminal: Terminal): ExitStatus {
  const result = options.live === undefined ? comparedSides(files, options) : comparedWithLive(files, options, options.live);
  if ('trouble' in result) {
    printFindings(distinct(result.trouble), terminal);
    return DIFF_STATUS.trouble;
  }
  const { compared, difference } = result;
  terminal.out(report(options.format, compared, difference, terminal.coloured.out));
  return difference.objects.length === 0 || options.exitZero ? DIFF_STATUS.same : DIFF_STATUS.different;
}

interface Compared {
  /** What is compared, in a line. */
  readonly compared: string;
  readonly difference: Difference;
}

type Result = Compared | { readonly trouble: readonly LocatedFinding[] };

function comparedSides(paths: readonly string[], options: DiffOptions): Result {
  const [before = '', after = before] = paths;
  const { operator = settingsOf(options).operatorName, from = operator, to = operator } = options;
  const given = readFiles([before]);
  const [left, right] = [side(given, from, options), side(before === after ? given : readFiles([after]), to, options)];
  const trouble = [left, right].flatMap(({ refused, stops }) => [...refused, ...stops]);
  if (trouble.length > 0) return { trouble };
  return { compared: `comparing ${made(from, before, options)} with ${made(to, after, options)}`, difference: differenceOf(left.side, right.side) };
}

function comparedWithLive(paths: readonly string[], options: DiffOptions, dump: string): Result {
  const [path = ''] = paths;
  const { operator = settingsOf(options).operatorName } = options;
  const { side: expected, refused: unreadable, stops } = side(readFiles([path]), operator, options);
  const { sources, findings: unread } = readFiles([dump]);
  const { documents, findings } = load(sources, { judge: (object) => ({ object, writtenBack: object, problems: [] }) });
  // A dump without anything in it is one; what it lacks is told.
  const refused = [...unreadable, ...stops, ...unread, ...findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'SF-INPUT-EMPTY')];
  if (refused.length > 0) return { trouble: refused };
  const live: JsonObject[] = documents.map(({ object }) => object);
  return { compared: `comparing what is in the cluster (${nameOf(dump)}) with ${made(operator, path, options)}`, difference: liveDifference(expected, live) };
}

function side(files: ReturnType<typeof readFiles>, operatorName: OperatorName, options: DiffOptions): ReadSide {
  return sideOf(files, { ...settingsOf({ ...options, operator: operatorName }), corrected: options.corrections ?? false });
}

function made(operator: string, path: string, { corrections = false }: DiffOptions): string {
  return corrections ? `what render writes of ${nameOf(path)} for operator ${operator}` : `what operator ${operator} makes of ${nameOf(path)}`;
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

import { applyBaseline, readBaseline, writeBaseline } from './baseline';
import { CheckOptions } from './check-command';
import { checkFiles, CheckedFiles, isRefused } from './check-files';
import { ExitStatus, Terminal } from '../exit-status';
import { settingsOf } from '../options/settings';
import { closingLines } from '../output/closing-lines';
import { printFindings } from '../output/print-findings';
import { githubReport } from '../reports/github-report';
import { jsonReport } from '../reports/json-report';
import { markdownReport } from '../reports/markdown-report';
import { CheckReport, Writing } from '../reports/report';
import { sarifReport } from '../reports/sarif-report';
import { textReport } from '../reports/text-report';

const REPORTS: Readonly<Record<CheckOptions['format'], (report: CheckReport, writing: Writing) => string>> = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
  markdown: markdownReport,
};

/** How many findings of a rule are told one by one, of those that each document of a file may have without end. */
const MOST_OF_A_RULE = 10_000;

/** Runs the command `check`. */
export function check(files: readonly string[], options: CheckOptions, terminal: Terminal): ExitStatus {
  const settings = settingsOf(options);
  const checked = checkFiles(files, { ...settings, apart: true, mostOfARule: MOST_OF_A_RULE, progress: terminal.progress });
  if (options.baseline !== undefined && options.writeBaseline) return written(options.baseline, checked, terminal);
  const baseline = options.baseline === undefined ? { entries: [] } : readBaseline(options.baseline);
  if ('rule' in baseline) {
    printFindings([baseline], terminal);
    return ExitStatus.USAGE;
  }
  const { fresh, known } = applyBaseline(checked.findings, checked.folders, baseline.entries);
  const closing = closingLines({ ...checked, judgedFor: settings.judgedFor });
  const report = { findings: fresh, known, closing };
  const write = REPORTS[options.format];
  terminal.out(write(report, { coloured: terminal.coloured.out, all: options.all ?? false, quiet: options.quiet ?? false }));
  // A list of findings has no place for it.
  if (options.format === 'json') for (const line of closing) terminal.err(`${line}\n`);
  return isRefused(fresh, settings.strict) ? ExitStatus.REFUSED : ExitStatus.OK;
}

function written(file: string, { findings, folders }: CheckedFiles, terminal: Terminal): ExitStatus {
  const unread = findings.filter(({ rule }) => rule === 'SF-INPUT-FILE');
  const problems = unread.length > 0 ? unread : [writeBaseline(file, findings, folders) ?? []].flat();
  if (problems.length > 0) {
    printFindings(problems, terminal);
    return ExitStatus.REFUSED;
  }
  terminal.out(`${findings.length} findings are in the baseline ${file}\n`);
  return ExitStatus.OK;
}

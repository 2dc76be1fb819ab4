import { CheckOptions } from './check-command';
import { checkFiles, isRefused } from './check-files';
import { clusterOf } from './cluster';
import { ExitStatus, Terminal } from './exit-status';
import { findingLine } from './print-findings';
import { Finding, Severity } from '../findings/finding';
import { pageAddress } from '../findings/page';
import { LocatedFinding } from '../findings/place';
import { printableJson } from '../findings/printable';

/** Runs the command `check`. */
export function check(files: readonly string[], options: CheckOptions, terminal: Terminal): ExitStatus {
  const { findings } = checkFiles(files, clusterOf(options));
  if (options.format === 'json') terminal.out(toJson(findings));
  else writeText(findings, terminal);
  return isRefused(findings, options.strict ?? false) ? ExitStatus.REFUSED : ExitStatus.OK;
}

function writeText(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings) terminal.out(findingLine(finding, terminal.coloured.out));
  terminal.out(`${counted(findings)}\n`);
}

function toJson(findings: readonly LocatedFinding[]): string {
  return `${printableJson(findings.map(({ rule, severity, where, place = { file: where }, field, given, allowed, fix }) => (
    { rule, severity, ...place, field, given, allowed, fix, page: pageAddress(rule) }
  )))}\n`;
}

/** Such as `1 error, 2 warnings, 0 informations`. */
function counted(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing found';
  return Object.values(Severity).map((word) => {
    const count = findings.filter(({ severity }) => severity === word).reduce((sum, { more = 1 }) => sum + more, 0);
    return `${count} ${word}${count === 1 ? '' : 's'}`;
  }).join(', ');
}

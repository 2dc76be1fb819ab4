import { CheckOptions } from './check-command';
import { checkFiles, isRefused } from './check-files';
import { ExitStatus, Terminal } from './exit-status';
import { findingLines } from './print-findings';
import { Finding, Severity } from '../findings/finding';
import { LocatedFinding } from '../findings/place';
import { pageAddress } from '../rules/page';
import { OPERATOR_RELEASES } from '../values/operator-releases';

/** Runs the command `check`. */
export function check(files: readonly string[], options: CheckOptions, terminal: Terminal): ExitStatus {
  const { findings } = checkFiles(files, OPERATOR_RELEASES[options.operator], options);
  terminal.out(options.format === 'json' ? toJson(findings) : toText(findings, terminal.coloured.out));
  return isRefused(findings, options.strict ?? false) ? ExitStatus.REFUSED : ExitStatus.OK;
}

function toText(findings: readonly Finding[], coloured: boolean): string {
  return `${findingLines(findings, coloured)}${counted(findings)}\n`;
}

function toJson(findings: readonly LocatedFinding[]): string {
  return `${JSON.stringify(findings.map(({ rule, severity, where, place = { file: where }, field, given, allowed, fix }) => (
    { rule, severity, ...place, field, given, allowed, fix, page: pageAddress(rule) }
  )), undefined, 2)}\n`;
}

/** Such as `1 error, 2 warnings, 0 informations`. */
function counted(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'nothing found';
  return Object.values(Severity).map((word) => {
    const count = findings.filter(({ severity }) => severity === word).length;
    return `${count} ${word}${count === 1 ? '' : 's'}`;
  }).join(', ');
}

import { Terminal } from './exit-status';
import { describeFinding, Finding, Severity } from '../findings/finding';

/** ANSI colours of the words. */
const COLOURS: Readonly<Record<Severity, number>> = { [Severity.ERROR]: 31, [Severity.WARNING]: 33, [Severity.INFORMATION]: 36 };

/** One line each, as compilers print: place, severity, the four parts. */
export function findingLines(findings: readonly Finding[], coloured: boolean): string {
  return findings.map((finding) => `${finding.where}: ${severityWord(finding.severity, coloured)}: ${describeFinding(finding)}\n`).join('');
}

/** What keeps a command from doing what it was asked for. */
export function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  terminal.err(findingLines(findings, terminal.coloured.err));
}

function severityWord(severity: Severity, coloured: boolean): string {
  return coloured ? `\x1b[${COLOURS[severity]}m${severity}\x1b[0m` : severity;
}

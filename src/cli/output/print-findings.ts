import { describeFinding, Finding, Severity } from '../../findings/finding';
import { printableLine } from '../../findings/printable';
import { Terminal } from '../exit-status';

/** ANSI colours of the words. */
const COLOURS: Readonly<Record<Severity, number>> = { [Severity.ERROR]: 31, [Severity.WARNING]: 33, [Severity.INFORMATION]: 36 };

/** One line, as compilers print: place, severity, the four parts. */
export function findingLine(finding: Finding, coloured: boolean): string {
  return `${printableLine(finding.where)}: ${severityWord(finding.severity, coloured)}: ${describeFinding(finding)}\n`;
}

/** What keeps a command from doing what it was asked for. */
export function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings) terminal.err(findingLine(finding, terminal.coloured.err));
}

function severityWord(severity: Severity, coloured: boolean): string {
  return coloured ? `\x1b[${COLOURS[severity]}m${severity}\x1b[0m` : severity;
}

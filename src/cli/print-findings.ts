import { Terminal } from './exit-status';
import { describeFinding, Finding } from '../findings/finding';

/** One line each, as compilers print: place, severity, the four parts. */
export function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings) terminal.err(`${finding.where}: ${finding.severity}: ${describeFinding(finding)}\n`);
}

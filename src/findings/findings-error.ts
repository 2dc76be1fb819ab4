import { describeFinding, Finding } from './finding';

/** Everything that is wrong with what a user gave, at once. */
export class FindingsError extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map((finding) => `[${finding.where}] ${describeFinding(finding)}`).join('\n'));
    this.name = 'FindingsError';
  }
}

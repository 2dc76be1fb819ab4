import { bounded } from './bounded';
import { describeFinding, Finding } from './finding';
import { printable } from './printable';

/** Everything that is wrong with what a user gave, at once. */
export class FindingsError extends Error {
  constructor(readonly findings: readonly Finding[]) {
    super(bounded(findings).map((finding) => `[${printable(finding.where)}] ${describeFinding(finding)}`).join('\n'));
    this.name = 'FindingsError';
  }
}

import { IConstruct } from 'constructs';
import { bounded } from '../../findings/bounded';
import { describeFinding, Finding, Severity } from '../../findings/finding';

/** Errors stop the synth, all of them at once. */
export function reportErrors(construct: IConstruct, findings: () => readonly Finding[]): void {
  construct.node.addValidation({
    validate: () => bounded(findings().filter(({ severity }) => severity === Severity.ERROR)).map(describeFinding),
  });
}

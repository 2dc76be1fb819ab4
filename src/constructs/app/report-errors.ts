import { IConstruct } from 'constructs';
import { describeFinding, Finding, Severity } from '../../findings/finding';

/** Errors stop the synth, all of them at once. */
export function reportErrors(construct: IConstruct, findings: () => readonly Finding[]): void {
  construct.node.addValidation({
    validate: () => findings().filter(({ severity }) => severity === Severity.ERROR).map(describeFinding),
  });
}

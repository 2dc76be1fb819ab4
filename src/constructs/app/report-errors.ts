import { IConstruct } from 'constructs';
import { bounded } from '../../findings/bounded';
import { describeFinding, Finding, Severity } from '../../findings/finding';
import { LocatedFinding } from '../../findings/place';
import { printable } from '../../findings/printable';

/** Errors stop the synth, all of them at once. */
export function reportErrors(construct: IConstruct, findings: () => ReadonlyArray<Finding & Pick<LocatedFinding, 'place'>>): void {
  construct.node.addValidation({
    validate: () => bounded(findings().filter(({ severity }) => severity === Severity.ERROR)).map(placed),
  });
}

/** cdk8s says which construct it is; what is in a file has a place besides. */
function placed(finding: Finding & Pick<LocatedFinding, 'place'>): string {
  return finding.place ? `${printable(finding.where)}: ${describeFinding(finding)}` : describeFinding(finding);
}

import { App } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Finding, Severity } from '../../../findings/finding';
import { printableLine } from '../../../findings/printable';
import { plural } from '../../../findings/words';
import { groupBy } from '../../../json/group-by';
import { foundText } from '../../../yaml/limited-read';

const MOST_LINES = 10;

const shown = new WeakSet<IConstruct>();

/**
 * Shows the warnings of an app, a line for each rule, once: when `cdk8s synth` runs it, and neither a test nor somebody else who reads findings.
 */
export function showWarnings(root: IConstruct, findings: readonly Finding[]): void {
  if (shown.has(root) || !isSynthesized(root)) return;
  shown.add(root);
  for (const line of warningLines(findings)) process.stderr.write(`${printableLine(line)}\n`);
}

/** Such as `warning SF-EVENT-NO-BROKER ×250, first at tenant-01/Orders/Refund`. */
export function warningLines(findings: readonly Finding[]): string[] {
  const rules = [...groupBy(findings.filter(({ severity }) => severity === Severity.WARNING), ({ rule }) => rule)];
  const lines = rules.slice(0, MOST_LINES).map(([rule, [first, ...others]]) => (
    others.length === 0 ? `warning ${rule} at ${first?.where}` : `warning ${rule} ×${others.length + 1}, first at ${first?.where}`
  ));
  const rest = rules.slice(MOST_LINES);
  const count = rest.reduce((sum, [, { length }]) => sum + length, 0);
  return rest.length === 0 ? lines : [...lines, `and ${plural(count, 'warning')} of ${plural(rest.length, 'more rule')}`];
}

/** cdk8s-cli tells its child where to write; `Testing.app()` has another folder. */
function isSynthesized(root: IConstruct): boolean {
  const { CDK8S_OUTDIR: folder, SONATAFLOW_QUIET: quiet } = process.env;
  return root instanceof App && folder !== undefined && root.outdir === folder && (!quiet || quiet === '0') && !isReportedByPlugin();
}

/** cdk8s-cli asks for the metadata of constructs when there are plugins. */
function isReportedByPlugin(): boolean {
  if (process.env.CDK8S_RECORD_CONSTRUCT_METADATA !== 'true') return false;
  const configuration = foundText('cdk8s.yaml');
  // What is no list is the address of one.
  return configuration === undefined || /^validations:[ \t]*\S/m.test(configuration) || /^\s*-?\s*package:.*\bcdk8s-sonataflow\b/m.test(configuration);
}

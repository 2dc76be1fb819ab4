import { CheckReport, countLine, Writing } from './report';
import { countOf } from '../../findings/bounded';
import { Severity } from '../../findings/finding';
import { pageAddress } from '../../findings/page';
import { LocatedFinding } from '../../findings/place';
import { groupBy } from '../../json/group-by';
import { findingLine } from '../output/print-findings';

/** How many findings of a rule are told one by one. */
const MOST_TOLD = 3;

/** A line for each finding, and for what is too much of a rule one line. */
export function textReport(report: CheckReport, { all, quiet, coloured }: Writing): string {
  const findings = quiet ? report.findings.filter(({ severity }) => severity === Severity.ERROR) : report.findings;
  const groups = groupBy(findings, ({ rule }) => rule);
  const first = new Set([...groups.values()].flatMap((group) => group.slice(0, MOST_TOLD)));
  const told = all ? findings : findings.filter((finding) => first.has(finding));
  const rest = all ? [] : [...groups].filter(([, group]) => group.length > MOST_TOLD);
  return [
    ...told.map((finding) => findingLine(finding, coloured)),
    ...rest.map(([rule, group]) => `${restLine(rule, group.slice(MOST_TOLD))}\n`),
    `${countLine(report)}\n`,
    ...report.closing.map((line) => `${line}\n`),
  ].join('');
}

/** `... and 247 more of SF-EVENT-NO-BROKER in 49 files (--all tells each): <page>`. */
function restLine(rule: string, rest: readonly LocatedFinding[]): string {
  const count = countOf(rest);
  const files = new Set(rest.map(({ place, where }) => place?.file ?? where)).size;
  return `... and ${count} more of ${rule} in ${files} ${files === 1 ? 'file' : 'files'} (--all tells each): ${pageAddress(rule)}`;
}

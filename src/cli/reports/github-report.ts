import { CheckReport, countLine } from './report';
import { repositoryPath } from './repository-path';
import { Severity } from '../../findings/finding';
import { pageAddress } from '../../findings/page';
import { LocatedFinding } from '../../findings/place';
import { printable } from '../../findings/printable';
import { groupBy } from '../../json/group-by';

/** So many annotations of each kind GitHub shows of one step. */
const MOST_SHOWN = 10;

const COMMANDS: Readonly<Record<Severity, string>> = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.INFORMATION]: 'notice' };

/**
 * Commands of GitHub's workflows, which become annotations of the files: of each weight as many as are shown, the first of each rule before
 * others; and what is not shown, by its rule.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport(report: CheckReport): string {
  const ofWeight = (weight: Severity) => report.findings.filter(({ severity }) => severity === weight);
  const shown = new Set(Object.values(Severity).flatMap((weight) => foremost(ofWeight(weight)).slice(0, MOST_SHOWN)));
  const hidden = groupBy(report.findings.filter((finding) => !shown.has(finding)), ({ rule }) => rule);
  return [
    ...report.findings.filter((finding) => shown.has(finding)).map(annotation),
    ...[...hidden].map(([rule, { length }]) => `${rule}: ${length} more: ${pageAddress(rule)}`),
    countLine(report),
    ...report.closing,
  ].map((line) => `${line}\n`).join('');
}

/** The first finding of each rule, then the others. */
function foremost(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const firsts = new Set([...groupBy(findings, ({ rule }) => rule).values()].flatMap(([first]) => first ?? []));
  return [...firsts, ...findings.filter((finding) => !firsts.has(finding))];
}

function annotation({ rule, severity, place, field, given, allowed, fix }: LocatedFinding): string {
  const properties = [
    ...place ? [['file', repositoryPath(place.file)]] : [],
    ...place?.line === undefined ? [] : [['line', String(place.line)], ['col', String(place.column)]],
    ['title', rule],
  ].map(([name, value = '']) => `${name}=${propertyText(value)}`).join(',');
  const message = printable(`${field === undefined ? '' : `${field}: `}given ${given}; allowed: ${allowed}; fix: ${fix}; see ${pageAddress(rule)}`);
  return `::${COMMANDS[severity]} ${properties}::${messageText(message)}`;
}

function messageText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function propertyText(text: string): string {
  return messageText(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

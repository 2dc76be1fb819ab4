import { CheckReport } from './report';
import { repositoryPath } from './repository-path';
import { Severity } from '../../findings/finding';
import { pageAddress } from '../../findings/page';
import { LocatedFinding } from '../../findings/place';
import { printableJson } from '../../findings/printable';
import { groupBy } from '../../json/group-by';
import { isRuleId, ruleOf } from '../../rules/rules';
import { packageVersion } from '../package';

const LEVELS: Readonly<Record<Severity, string>> = { [Severity.ERROR]: 'error', [Severity.WARNING]: 'warning', [Severity.INFORMATION]: 'note' };

/**
 * All findings for code scanning, in SARIF 2.1.0.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport({ findings, closing }: CheckReport): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const fingerprints = fingerprintsOf(findings);
  return `${printableJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-sonataflow',
          version: packageVersion(),
          informationUri: 'https://github.com/cdk8s-sonataflow/cdk8s-sonataflow',
          rules: rules.map(descriptor),
        },
      },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: closing.map((text) => ({ level: 'note', message: { text } })) }],
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
      results: findings.map((finding) => result(finding, rules.indexOf(finding.rule), fingerprints.get(finding) ?? '')),
    }],
  })}\n`;
}

function descriptor(id: string): object {
  const rule = isRuleId(id) ? ruleOf(id) : undefined;
  return {
    id,
    helpUri: pageAddress(id),
    ...rule && { shortDescription: { text: rule.title }, defaultConfiguration: { level: LEVELS[rule.severity] } },
  };
}

function result(finding: LocatedFinding, ruleIndex: number, fingerprint: string): object {
  const { rule, severity, place, where, object, field, given, allowed, fix } = finding;
  const { kind, namespace, name } = object ?? {};
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `${place ? '' : `${where}: `}${field === undefined ? '' : `${field}: `}given ${given}; allowed: ${allowed}; fix: ${fix}` },
    ...place && {
      locations: [{
        physicalLocation: {
          artifactLocation: { uri: repositoryPath(place.file).split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' },
          ...place.line !== undefined && { region: { startLine: place.line, startColumn: place.column } },
        },
        ...object && { logicalLocations: [{ name, fullyQualifiedName: `${kind} ${namespace}/${name}`, kind: 'resource' }] },
      }],
    },
    partialFingerprints: { 'objectAndField/v1': fingerprint },
  };
}

/** What stays the same when lines move; several of one object and field are counted. */
function fingerprintsOf(findings: readonly LocatedFinding[]): ReadonlyMap<LocatedFinding, string> {
  const ofEach = groupBy(findings, ({ rule, object: { kind = '', namespace = '', name = '' } = {}, field = '' }) => (
    [rule, kind, namespace, name, field].join('|')
  ));
  return new Map([...ofEach].flatMap(([fingerprint, same]) => same.map((finding, i) => [finding, i === 0 ? fingerprint : `${fingerprint}|${i + 1}`])));
}

import { checkFiles, isRefused } from './check-files';
import { settingsOf } from './settings';
import { ValidationContext, ValidationViolation } from './validation-context';
import { bounded } from '../findings/bounded';
import { describeFinding, Finding, Severity } from '../findings/finding';
import { FindingsError } from '../findings/findings-error';
import { pageAddress } from '../findings/page';
import { byPlace, LocatedFinding, Location } from '../findings/place';
import { printable, printableLine } from '../findings/printable';
import { list, listNearest, quote, suggest } from '../findings/words';
import { asObject, asText } from '../json/lenient';
import { foundAt } from '../rules/found';
import { ClusterFacts } from '../values/cluster-facts';
import { isOperatorName, OPERATOR_NAMES, OperatorName } from '../values/operator-releases';
import { LoadedDocument } from '../yaml/yaml';

/** The `properties` of the plugin in `cdk8s.yaml`, by what they have to be. */
const PROPERTIES = new Map<string, (value: unknown) => string | undefined>(Object.entries({
  operator: (value) => isOperatorName(value) ? undefined : listNearest(String(value), OPERATOR_NAMES),
  strict: booleanProblem,
  openshift: booleanProblem,
  knative: booleanProblem,
  prometheus: booleanProblem,
}));

interface PluginProperties extends Pick<ClusterFacts, 'openshift' | 'knative' | 'prometheus'> {
  readonly operator?: OperatorName;
  readonly strict?: boolean;
}

/**
 * Checks what `cdk8s synth` wrote, whoever made it: `validations` of `cdk8s.yaml`.
 *
 * @internal
 */
export class SonataFlowValidation {
  private readonly properties: PluginProperties;

  public constructor(properties: Readonly<Record<string, unknown>> = {}) {
    const problems = Object.entries(properties).flatMap(([name, value]) => propertyProblem(name, value) ?? []);
    if (problems.length > 0) throw new FindingsError(problems);
    this.properties = properties;
  }

  public async validate({ manifests, logger, report }: ValidationContext): Promise<void> {
    const settings = settingsOf(this.properties);
    const { strict } = settings;
    const { documents, findings: all } = checkFiles(manifests, settings);
    // An app may be about other things.
    const findings = bounded(all.filter(({ rule }) => rule !== 'SF-INPUT-NONE'));
    const objects = namedPlaces(documents);
    for (const finding of findings) {
      if (finding.severity === Severity.INFORMATION) logger.log(`${printableLine(finding.where)}: ${describeFinding(finding)}`);
      else report.addViolation(violation(finding, objects));
    }
    report.submit(isRefused(findings, strict) ? 'failure' : 'success', { operator: settings.operatorName });
  }
}

function violation(finding: LocatedFinding, objects: readonly NamedPlace[]): ValidationViolation {
  const { rule, severity, where, field, given, allowed, fix, place: { file, line, column } = { file: where } } = finding;
  const position = line === undefined ? [] : [`${line}:${column}`];
  return {
    ruleName: rule,
    recommendation: printable(`${severity}: given ${given}; allowed: ${allowed}`),
    fix: printable(`${fix}; see ${pageAddress(rule)}`),
    violatingResources: [{
      resourceName: printable(nameAt(finding, objects) ?? file),
      locations: [printable([...position, ...field === undefined ? [] : [field]].join(' '))],
      manifestPath: file,
    }],
  };
}

/** Where an object begins, and its name. */
interface NamedPlace extends Location {
  readonly name: string;
}

function namedPlaces(documents: readonly LoadedDocument[]): NamedPlace[] {
  return documents.map(({ object, origin }) => ({ ...origin.locate(), name: asText(asObject(object.metadata).name) }));
}

/** The name of the object in which a place is: of the last one that begins before it in its file. */
function nameAt(finding: LocatedFinding, objects: readonly NamedPlace[]): string | undefined {
  return objects.filter(({ place }) => place?.file === finding.place?.file).filter((object) => byPlace(object, finding) <= 0).at(-1)?.name;
}

function booleanProblem(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : 'true, false';
}

function propertyProblem(name: string, value: unknown): Finding | undefined {
  const names = [...PROPERTIES.keys()];
  const problem = (words: Pick<Finding, 'given' | 'allowed' | 'fix'>): Finding =>
    foundAt('SF-VALIDATION-PROPERTY', { where: 'cdk8s.yaml' }, { path: ['validations', 'properties', name], ...words });
  const problemOf = PROPERTIES.get(name);
  if (!problemOf) return problem({ given: 'an unknown property', allowed: list(names), fix: suggest(name, names) });
  const allowed = problemOf(value);
  return allowed === undefined ? undefined : problem({ given: quote(value), allowed, fix: 'write one of these' });
}

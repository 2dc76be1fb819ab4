import { SynthesizedApp, synthesizedApp } from './synthesized-app';
import { ValidationContext, ValidationViolation } from './validation-context';
import { bounded, countOf } from '../../findings/bounded';
import { describeFinding, Finding, Severity } from '../../findings/finding';
import { FindingsError } from '../../findings/findings-error';
import { pageAddress } from '../../findings/page';
import { byPlace, LocatedFinding, Location } from '../../findings/place';
import { printable, printableLine } from '../../findings/printable';
import { list, listNearest, quote, suggest } from '../../findings/words';
import { groupBy } from '../../json/group-by';
import { asObject, asText } from '../../json/lenient';
import { identityName } from '../../kubernetes/construct-metadata';
import { foundAt } from '../../rules/found';
import { ClusterFacts } from '../../values/operator/cluster-facts';
import { isOperatorName, OPERATOR_NAMES, OperatorName } from '../../values/operator/operator-releases';
import { LoadedDocument } from '../../yaml/yaml';
import { checkFiles, isRefused } from '../check/check-files';
import { Settings, settingsOf } from '../options/settings';

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

  public async validate({ manifests, metadata, logger, report }: ValidationContext): Promise<void> {
    const app = synthesizedApp(manifests);
    const settings = settingsOfApp(app, this.properties);
    const { documents, findings: all } = checkFiles(manifests, { ...settings, known: app.known });
    // An app may be about other things.
    const findings = bounded(all.filter(({ rule }) => rule !== 'SF-INPUT-NONE'));
    const objects = namedPlaces(documents, app);
    for (const { name, path } of objects) {
      // By its name alone cdk8s-cli would find the path of another object.
      if (metadata && path !== undefined) metadata[name] = { path };
    }
    for (const finding of findings.filter(({ severity }) => severity === Severity.INFORMATION)) {
      logger.log(`${printableLine(finding.where)}: ${describeFinding(finding)}`);
    }
    for (const told of violations(findings, objects)) report.addViolation(told);
    report.submit(isRefused(findings, settings.strict) ? 'failure' : 'success', { operator: settings.operatorName });
  }
}

/** What the properties of the plugin say comes first, then what the app says of itself, then the configuration. */
function settingsOfApp(
  { operator, facts }: SynthesizedApp, properties: PluginProperties,
): Omit<Settings, 'operatorName'> & { readonly operatorName: string } {
  const settings = settingsOf({ ...facts, ...properties, brokerClass: facts.brokerClasses });
  return properties.operator === undefined && operator ? { ...settings, operator: operator.behaviour, operatorName: operator.name } : settings;
}

/** So many findings of a rule are told one by one, as on the command line. */
const MOST_OF_A_RULE = 3;

function violations(findings: readonly LocatedFinding[], objects: readonly NamedPlace[]): ValidationViolation[] {
  const told = findings.filter(({ severity }) => severity !== Severity.INFORMATION);
  return [...groupBy(told, ({ rule, severity }) => `${rule} ${severity}`).values()].flatMap((group) => {
    const single = group.map((finding) => violation(finding, objects));
    const [first] = single;
    if (!first || group.length <= MOST_OF_A_RULE) return single;
    const count = countOf(group);
    return [{
      ...first,
      recommendation: `×${count}, the first of them: ${first.recommendation}`,
      violatingResources: single.slice(0, MOST_OF_A_RULE).flatMap(({ violatingResources }) => violatingResources),
    }];
  });
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

/** Where an object begins, its name, and the path of its construct, as far as the app says it. */
interface NamedPlace extends Location {
  readonly name: string;
  readonly path?: string;
}

/** By the name alone, where it says which object it is. */
function namedPlaces(documents: readonly LoadedDocument[], { paths }: SynthesizedApp): NamedPlace[] {
  const named = documents.map(({ object, origin }) => {
    const { name, namespace } = asObject(object.metadata);
    const identity = identityName({ kind: asText(object.kind), name: asText(name), namespace: asText(namespace) });
    return { location: origin.locate(), name: asText(name), identity };
  });
  const namesakes = groupBy(named, ({ name }) => name);
  return named.map(({ location, name, identity }) => {
    const path = asText(paths[identity]) || undefined;
    const isUnique = namesakes.get(name)?.length === 1;
    return { ...location, path, name: isUnique ? name : identity };
  });
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

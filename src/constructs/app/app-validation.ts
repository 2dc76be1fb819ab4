import { ApiObject, App } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppLook } from './app-look';
import { AppObjects } from './app-objects';
import { AppRegistry, attached } from './app-registry';
import { synthesizeAtOneLook, writeChartsAtOneLook } from './app-synth';
import { completeConstructMetadata } from './construct-metadata';
import { considered } from './findings/considered-findings';
import { includedFindings } from './findings/included-findings';
import { showWarnings } from './findings/synth-warnings';
import { filesOfTwo } from './objects/output-files';
import { sameObjects } from './objects/same-objects';
import { bounded } from '../../findings/bounded';
import { describeFinding, Finding, Severity } from '../../findings/finding';
import { printable } from '../../findings/printable';
import { JsonObject } from '../../json/json';
import { SonataFlowMetadata } from '../../kubernetes/construct-metadata';
import { isQuiet } from '../checks';

/** All that a construct has to say, with what the whole app is taken into account. */
type Report = (objects: AppObjects) => readonly Finding[];

interface Judgement {
  /** What is to be said of no construct in particular. */
  readonly ofApp: readonly Finding[];
  readonly ofConstructs: Map<IConstruct, readonly Finding[]>;
}

/**
 * Judges an app as a whole each time before it is written, and each construct with it: what a construct says depends on the others, and some
 * of it, such as two objects of one identity, only the whole app can tell.
 */
export class AppValidation {
  public static of(construct: IConstruct): AppValidation {
    const { root } = construct.node;
    let validation = AppValidation.validations.get(root);
    if (!validation) AppValidation.validations.set(root, validation = new AppValidation(root));
    return validation;
  }

  private static readonly validations = new WeakMap<IConstruct, AppValidation>();

  private readonly reports = new Map<IConstruct, Report>();
  /** Of the constructs that cdk8s has not asked yet since it asked the app. */
  private pending = new Map<IConstruct, readonly Finding[]>();

  private constructor(private readonly root: IConstruct) {
    if (root instanceof App) synthesizeAtOneLook(root);
    completeConstructMetadata(root, () => saidOf(AppRegistry.of(root)));
    // cdk8s begins at the root.
    root.node.addValidation({
      validate: () => {
        const { ofApp, ofConstructs } = this.judge(AppLook.of(root).beginValidation(() => AppRegistry.of(root).objects()));
        this.pending = new Map(ofConstructs);
        if (!isQuiet(root)) showWarnings(root, [...ofApp, ...[...ofConstructs.values()].flat()]);
        return errorsOf(root, ofApp);
      },
    });
  }

  /** Has a construct judged; its errors stop the synth, all of them at once. */
  public add(construct: IConstruct, report: Report): void {
    this.reports.set(construct, report);
    writeChartsAtOneLook(construct);
    construct.node.addValidation({ validate: () => errorsOf(construct, this.take(construct) ?? report(AppRegistry.of(construct).objects())) });
  }

  /** All that is noticed about a construct and what is below it: errors and lesser things. */
  public findings(scope: IConstruct): Finding[] {
    const { ofApp, ofConstructs } = this.judge(AppRegistry.of(this.root).objects());
    const below = [...ofConstructs].filter(([{ node }]) => node.scopes.some((above) => above.node === scope.node));
    return [...scope === this.root ? ofApp : [], ...below.flatMap(([, findings]) => findings)];
  }

  private judge(objects: AppObjects): Judgement {
    const registry = AppRegistry.of(this.root);
    return AppLook.of(this.root).during(objects, () => objects.once(this, () => this.judgeAll(registry, objects)));
  }

  private judgeAll(registry: AppRegistry, objects: AppObjects): Judgement {
    for (const included of includedIn(registry)) {
      if (!this.reports.has(included.apiObject)) this.add(included.apiObject, (known) => includedFindings(included, known));
    }
    const reporting = attached([...this.reports.keys()]);
    const ofConstructs = new Map(reporting.map((construct) => [construct, this.reports.get(construct)!(objects)]));
    // Only now all that is rendered is in the tree.
    const written = this.root.node.findAll().filter(ApiObject.isApiObject);
    const ofApp: Finding[] = [];
    for (const { owner, finding } of [...sameObjects(written, (construct) => this.ownerOf(construct)), ...filesOfTwo(this.root, written)]) {
      if (owner) ofConstructs.set(owner, [...ofConstructs.get(owner) ?? [], considered(owner, finding)]);
      else ofApp.push(finding);
    }
    return { ofApp, ofConstructs };
  }

  private take(construct: IConstruct): readonly Finding[] | undefined {
    const findings = this.pending.get(construct);
    this.pending.delete(construct);
    return findings;
  }

  /** The construct that an object is written for. */
  private ownerOf(construct: IConstruct): IConstruct | undefined {
    if (this.reports.has(construct)) return construct;
    const { scope } = construct.node;
    return scope && this.ownerOf(scope);
  }
}

/** What the validation plugin is to know of the app. */
function saidOf(registry: AppRegistry): Omit<SonataFlowMetadata, 'paths'> {
  const { leadingPlatform: platform, unwritten } = registry;
  return {
    ...platform && { operator: { name: platform.operatorVersion._name, behaviour: platform.operatorVersion._behaviour } },
    facts: { ...platform?.clusterFacts },
    known: unwritten.map(({ kind, metadata, spec }) => ({ kind, metadata, spec }) as unknown as JsonObject),
  };
}

function includedIn({ includedResources: { platforms, workflows, clusterPlatforms } }: AppRegistry) {
  return [...platforms, ...workflows, ...clusterPlatforms];
}

/** cdk8s says which construct they are of; what is in a file, or about a part of the construct such as a service, has a place besides. */
function errorsOf({ node: { path } }: IConstruct, findings: readonly Finding[]): string[] {
  return bounded(findings.filter(({ severity }) => severity === Severity.ERROR)).map((finding) => (
    finding.where === path ? describeFinding(finding) : `${printable(finding.where)}: ${describeFinding(finding)}`
  ));
}

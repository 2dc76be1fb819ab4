import { Construct } from 'constructs';
import { EXTERNAL_PLATFORM_PROPS } from './platform-props';
import { platformSpec } from './platform-spec';
import { SonataFlowPlatformOptions } from './sonataflow-platform-options';
import { EXTERNAL_PLATFORM_CHECKS } from '../../checks/all-checks';
import { runChecks } from '../../checks/check';
import { ownProblems } from '../../checks/declarations/declaration';
import { schemaFindings } from '../../checks/schema-findings';
import { Finding } from '../../findings/finding';
import { usedService } from '../../model/cluster-platform';
import { platformModel } from '../../model/platform';
import { API_VERSION, PlatformResource } from '../../model/resource';
import { throwIfAny, ValueProblem } from '../../rules/value-problem';
import { checkGiven, givenProblem } from '../../values/given';
import { namespaceProblem, objectNameProblem } from '../../values/name-rules';
import { ClusterFacts, clusterFactsProblem } from '../../values/operator/cluster-facts';
import { OperatorVersion } from '../../values/operator/operator-version';
import { InheritedPersistence } from '../../values/persistence/inherited-persistence';
import { inheritedPersistenceProblem } from '../../values/persistence/inherited-persistence-rules';
import { Rendering } from '../../values/rendering';
import { configuredOperator } from '../app/app-configuration';
import { AppObjects } from '../app/app-objects';
import { AppRegistry } from '../app/app-registry';
import { AppValidation } from '../app/app-validation';
import { consideredFindings } from '../app/findings/considered-findings';
import { landscapeOf } from '../app/landscape-of';
import { chartNamespace } from '../app/namespace';
import { WireResource, Writer } from '../app/objects/wire-resource';
import { ISonataFlowPlatform, KnownPlatform } from '../app/roles';

/** What is known of a platform that is managed elsewhere. */
export interface ExternalPlatformOptions extends SonataFlowPlatformOptions {
  /**
   * Namespace of the platform.
   * @default - that of the chart
   */
  readonly namespace?: string;

  /**
   * Whether the platform has a Jobs Service. A platform that says anything of its services, be it that it has none, uses none of a cluster
   * platform's.
   * @default - not said; the workflows use the one that a cluster platform shares, if there is one
   */
  readonly jobsService?: boolean;

  /**
   * Whether the platform has a Data Index. A platform that says anything of its services, be it that it has none, uses none of a cluster
   * platform's.
   * @default - not said; the workflows use the one that a cluster platform shares, if there is one
   */
  readonly dataIndex?: boolean;
}

/** A platform that is managed elsewhere: it writes nothing, and workflows bind to it as to any other. */
export class ExternalPlatform extends Construct implements KnownPlatform {
  public readonly platformNamespace?: string;
  public readonly operatorVersion: OperatorVersion;
  public readonly rendering: Rendering;
  public readonly clusterFacts?: ClusterFacts;
  public readonly inheritedPersistence: InheritedPersistence;
  public readonly _namespace: string;
  public readonly _ephemeralServices: string[] = [];

  private readonly wire: WireResource<PlatformResource>;

  public constructor(scope: Construct, id: string, public readonly platformName: string, options: ExternalPlatformOptions) {
    super(scope, id);
    throwIfAny(this.node.path, [givenProblem('the name', platformName, 'knownText')]);
    checkGiven(this.node.path, options, EXTERNAL_PLATFORM_PROPS);
    this.platformNamespace = options.namespace ?? chartNamespace(this);
    this.operatorVersion = options.operatorVersion ?? configuredOperator(this);
    this.rendering = options.rendering ?? Rendering.customResources();
    this.clusterFacts = options.clusterFacts;
    this.inheritedPersistence = options.inheritedPersistence ?? InheritedPersistence.EXPLICIT;
    throwIfAny(this.node.path, [
      objectNameProblem('platform', platformName),
      this.platformNamespace === undefined ? undefined : namespaceProblem('namespace of the platform', this.platformNamespace),
      inheritedPersistenceProblem(this.inheritedPersistence), clusterFactsProblem(this.clusterFacts),
    ]);
    this._namespace = this.platformNamespace ?? '';
    this.wire = new WireResource(this, externalResource(this, options), () => this.operatorVersion._behaviour);
    AppRegistry.of(this).addPlatform(this);
    AppValidation.of(this).add(this, (objects) => this.mistakes(objects, options.persistence?._problems));
  }

  public get _resource(): PlatformResource {
    return this.wire.judged().resource;
  }

  public get jobsServiceUrl(): string | undefined {
    return usedService(this._resource, undefined, 'jobsService')?.url;
  }

  public get dataIndexUrl(): string | undefined {
    return usedService(this._resource, undefined, 'dataIndex')?.url;
  }

  /** How it is managed is not this app's business; that it can be, and that it is the only one of its namespace, is. */
  private mistakes(objects: AppObjects, ofPersistence: readonly ValueProblem[] = []): Finding[] {
    const { resource, problems } = this.wire.judged();
    const landscape = landscapeOf(this, objects);
    return consideredFindings(this, [
      ...ownProblems({ where: this.node.path, problems: ofPersistence }),
      ...schemaFindings(problems, resource.origin),
      ...runChecks(EXTERNAL_PLATFORM_CHECKS, { landscape, target: 'customResources', resource, platform: platformModel(landscape, resource) }),
    ], { isWritten: false });
  }
}

/** As it would be written. */
function externalResource({ platformName, platformNamespace }: ISonataFlowPlatform, options: ExternalPlatformOptions): Writer {
  const metadata = { name: platformName, ...platformNamespace !== undefined && { namespace: platformNamespace } };
  return {
    metadata: { toJson: () => metadata },
    toJson: () => ({ apiVersion: API_VERSION, kind: 'SonataFlowPlatform', metadata, spec: externalSpec(options) }),
  };
}

function externalSpec(options: ExternalPlatformOptions) {
  const { jobsService, dataIndex, properties = {} } = options;
  const said = jobsService !== undefined || dataIndex !== undefined;
  return platformSpec(options, {
    services: said ? { jobService: jobsService ? {} : undefined, dataIndex: dataIndex ? {} : undefined } : undefined,
    properties: Object.entries(properties),
  });
}

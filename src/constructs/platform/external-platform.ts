import { Construct } from 'constructs';
import { platformSpec } from './platform-spec';
import { SonataFlowPlatformOptions } from './sonataflow-platform-options';
import { EXTERNAL_PLATFORM_CHECKS } from '../../checks/all-checks';
import { runChecks } from '../../checks/check';
import { schemaFindings } from '../../checks/schema-findings';
import { usedService } from '../../model/cluster-platform';
import { platformModel } from '../../model/platform';
import { API_VERSION, PlatformResource, toResource } from '../../model/resource';
import { throwIfAny } from '../../rules/value-problem';
import { SchemaProblem } from '../../validation/problem';
import { judge } from '../../validation/schema';
import { ClusterFacts } from '../../values/cluster-facts';
import { InheritedPersistence } from '../../values/inherited-persistence';
import { inheritedPersistenceProblem } from '../../values/inherited-persistence-rules';
import { namespaceProblem, objectNameProblem } from '../../values/name-rules';
import { OperatorVersion } from '../../values/operator-version';
import { Rendering } from '../../values/rendering';
import { AppRegistry } from '../app/app-registry';
import { landscapeOf } from '../app/landscape-of';
import { chartNamespace } from '../app/namespace';
import { reportErrors } from '../app/report-errors';
import { KnownPlatform } from '../app/roles';

/** What is known of a platform that is managed elsewhere. */
export interface ExternalPlatformOptions extends SonataFlowPlatformOptions {
  /**
   * Namespace of the platform.
   * @default - that of the chart
   */
  readonly namespace?: string;

  /**
   * Whether the platform has a Jobs Service.
   * @default false
   */
  readonly jobsService?: boolean;

  /**
   * Whether the platform has a Data Index.
   * @default false
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
  public readonly _resource: PlatformResource;
  public readonly _ephemeralServices: string[] = [];

  public constructor(scope: Construct, id: string, public readonly platformName: string, options: ExternalPlatformOptions) {
    super(scope, id);
    this.platformNamespace = options.namespace ?? chartNamespace(this);
    this.operatorVersion = options.operatorVersion ?? OperatorVersion.APACHE_10_1_0;
    this.rendering = options.rendering ?? Rendering.customResources();
    this.clusterFacts = options.clusterFacts;
    this.inheritedPersistence = options.inheritedPersistence ?? InheritedPersistence.EXPLICIT;
    throwIfAny(this.node.path, [
      objectNameProblem('platform', platformName),
      this.platformNamespace === undefined ? undefined : namespaceProblem('namespace of the platform', this.platformNamespace),
      inheritedPersistenceProblem(this.inheritedPersistence),
    ]);
    this._namespace = this.platformNamespace ?? '';
    const { object, problems } = judge(this.operatorVersion._behaviour.crds, {
      apiVersion: API_VERSION,
      kind: 'SonataFlowPlatform',
      metadata: { name: platformName, ...this.platformNamespace !== undefined && { namespace: this.platformNamespace } },
      spec: externalSpec(options),
    });
    this._resource = toResource(object, { locate: () => ({ where: this.node.path }) }) as PlatformResource;
    AppRegistry.of(this).addPlatform(this);
    this.reportMistakes(problems);
  }

  public get jobsServiceUrl(): string | undefined {
    return usedService(this._resource, undefined, 'jobsService')?.url;
  }

  public get dataIndexUrl(): string | undefined {
    return usedService(this._resource, undefined, 'dataIndex')?.url;
  }

  /** How it is managed is not this app's business; that it can be, and that it is the only one of its namespace, is. */
  private reportMistakes(problems: readonly SchemaProblem[]): void {
    const { origin } = this._resource;
    reportErrors(this, () => {
      const landscape = landscapeOf(this, AppRegistry.of(this).objectsWhileValidating());
      const subject = { landscape, target: 'customResources', resource: this._resource, platform: platformModel(landscape, this._resource) } as const;
      return [...schemaFindings(problems, origin), ...runChecks(EXTERNAL_PLATFORM_CHECKS, subject)];
    });
  }
}

function externalSpec(options: ExternalPlatformOptions) {
  const { jobsService = false, dataIndex = false, properties = {} } = options;
  const services = Object.entries({ jobService: jobsService, dataIndex }).filter(([, isThere]) => isThere)
    .map(([field]): [string, Record<string, never>] => [field, {}]);
  return platformSpec(options, {
    services: services.length > 0 ? Object.fromEntries(services) : undefined,
    properties: Object.entries(properties),
  });
}

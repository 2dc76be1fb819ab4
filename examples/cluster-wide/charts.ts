import { join } from 'node:path';
import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ClusterPlatformCapabilities, DataIndexConstruct, Destination, JobsServiceConstruct, PostgreSql, SonataFlowClusterPlatformConstruct,
  SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition,
} from 'cdk8s-sonataflow';
import { Construct } from 'constructs';

function postgres(chart: Chart, databaseName: string): PostgreSql {
  return PostgreSql.fromService({
    name: 'postgres',
    namespace: 'databases',
    databaseName,
    credentials: { secret: kplus.Secret.fromSecretName(chart, 'DatabaseCredentials', `${databaseName}-database`) },
  });
}

/** The services that all teams use: one Data Index, one Jobs Service, one broker. */
export class SharedServicesChart extends Chart {
  readonly platform: SonataFlowPlatformConstruct;

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'sonataflow-services' });
    this.platform = new SonataFlowPlatformConstruct(this, 'Platform', {
      metadata: { name: 'shared' },
      persistence: postgres(this, 'services'),
      broker: Destination.broker('events'),
    });
    new DataIndexConstruct(this.platform, 'DataIndex');
    new JobsServiceConstruct(this.platform, 'JobsService');
    new SonataFlowClusterPlatformConstruct(this, 'ClusterPlatform', {
      platform: this.platform, capabilities: ClusterPlatformCapabilities.services(),
    });
  }
}

export interface TeamChartProps {
  readonly namespace: string;
  readonly databaseName: string;
  /** Files in workflows/ */
  readonly workflows: string[];
}

/** A team's namespace. Services and broker are shared; a database never is, so the team's platform has its own, and no services. */
export class TeamChart extends Chart {
  readonly platform: SonataFlowPlatformConstruct;
  readonly workflows: WorkflowConstruct[];

  constructor(scope: Construct, id: string, { namespace, databaseName, workflows }: TeamChartProps) {
    super(scope, id, { namespace });
    this.platform = new SonataFlowPlatformConstruct(this, 'Platform', {
      persistence: postgres(this, databaseName),
      flywayEnabled: true,
    });
    this.workflows = workflows.map((file) => new WorkflowConstruct(this.platform, file, {
      definition: WorkflowDefinition.fromFile(join(__dirname, 'workflows', file)),
    }));
  }
}

/** The whole cluster: a file for each namespace. */
export function insurance(scope: Construct) {
  return {
    services: new SharedServicesChart(scope, 'sonataflow-services'),
    claims: new TeamChart(scope, 'claims', { namespace: 'claims', databaseName: 'claims', workflows: ['claim-intake.sw.yaml'] }),
    policies: new TeamChart(scope, 'policies', { namespace: 'policies', databaseName: 'policies', workflows: ['policy-renewal.sw.yaml'] }),
  };
}

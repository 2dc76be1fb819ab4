import { join } from 'node:path';
import { Chart, ChartProps } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Destination, InheritedPersistence, JobsServiceConstruct, PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition,
} from 'cdk8s-sonataflow';
import { Construct } from 'constructs';

export interface PostgreSqlJobsServiceChartProps extends ChartProps {
  readonly inheritedPersistence?: InheritedPersistence;
}

/** One database for the platform: the Jobs Service and a workflow with a callback and timeouts inherit it. */
export class PostgreSqlJobsServiceChart extends Chart {
  readonly workflow: WorkflowConstruct;

  constructor(scope: Construct, id: string, props: PostgreSqlJobsServiceChartProps = {}) {
    super(scope, id, props);
    const platform = new SonataFlowPlatformConstruct(this, 'Platform', {
      inheritedPersistence: props.inheritedPersistence,
      broker: Destination.broker('default'),
      flywayEnabled: true,
      persistence: PostgreSql.fromService({
        name: 'postgres',
        port: 5432,
        databaseName: 'sonataflow',
        credentials: {
          secret: kplus.Secret.fromSecretName(this, 'DatabaseCredentials', 'postgres-secrets'),
          userKey: 'POSTGRES_USER',
          passwordKey: 'POSTGRES_PASSWORD',
        },
      }),
    });
    new JobsServiceConstruct(platform, 'JobsService');
    this.workflow = new WorkflowConstruct(platform, 'CallbackStateTimeouts', {
      definition: WorkflowDefinition.fromFile(join(__dirname, 'workflows', 'callbackstatetimeouts.sw.yaml')),
    });
  }
}

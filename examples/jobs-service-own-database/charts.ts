import { Chart, ChartProps } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { DataIndexConstruct, JobsServiceConstruct, PostgreSql, ServicePersistence, SonataFlowPlatformConstruct } from 'cdk8s-sonataflow';
import { Construct } from 'constructs';

/** The Jobs Service has a database schema of its own; the platform has no database. */
export class OwnDatabaseChart extends Chart {
  constructor(scope: Construct, id: string, props?: ChartProps) {
    super(scope, id, props);
    const platform = new SonataFlowPlatformConstruct(this, 'Platform', { metadata: { name: 'callbackstatetimeouts' } });
    new JobsServiceConstruct(platform, 'JobsService', {
      persistence: ServicePersistence.postgreSql(PostgreSql.fromService({
        name: 'postgres',
        port: 5432,
        databaseName: 'sonataflow',
        databaseSchema: 'jobs-service',
        credentials: {
          secret: kplus.Secret.fromSecretName(this, 'DatabaseCredentials', 'postgres-secrets'),
          userKey: 'POSTGRES_USER',
          passwordKey: 'POSTGRES_PASSWORD',
        },
      })),
    });
  }
}

/** A managed database outside the cluster; the Jobs Service reports to the Data Index beside it. */
export class JdbcUrlChart extends Chart {
  readonly jobsService: JobsServiceConstruct;

  constructor(scope: Construct, id: string, props?: ChartProps) {
    super(scope, id, props);
    const secret = kplus.Secret.fromSecretName(this, 'DatabaseCredentials', 'managed-postgres');
    const database = (name: string) => ServicePersistence.postgreSql(PostgreSql.fromJdbcUrl(
      `jdbc:postgresql://db.example.org:5432/${name}?sslmode=verify-full`, { credentials: { secret, userKey: 'user', passwordKey: 'password' } },
    ));
    const platform = new SonataFlowPlatformConstruct(this, 'Platform');
    new DataIndexConstruct(platform, 'DataIndex', { persistence: database('data_index') });
    this.jobsService = new JobsServiceConstruct(platform, 'JobsService', { persistence: database('jobs') });
  }
}

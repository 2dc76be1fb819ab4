import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  DataIndexConstruct, DbMigrationStrategy, JobsServiceConstruct, OperatorVersion, PodDisruptionBudget, PostgreSql, ServicePersistence,
  SonataFlowPlatformConstruct, WorkflowConstruct, WorkflowDefinition, WorkflowProfile,
} from 'cdk8s-sonataflow';

export type Environment = 'development' | 'staging' | 'production';

/** Invoicing in one environment: a chart, and so a file, for its namespace. */
export function invoicing(app: App, environment: Environment) {
  const inDevelopment = environment === 'development';
  const inProduction = environment === 'production';
  const chart = new Chart(app, `invoicing-${environment}`, { namespace: `invoicing-${environment}`, labels: { environment } });

  const platform = new SonataFlowPlatformConstruct(chart, 'Platform', {
    operatorVersion: OperatorVersion.KUBESMARTS_1_X, // for the disruption budgets
    flywayEnabled: true,
    persistence: inDevelopment ? undefined : PostgreSql.fromService({
      name: 'postgres',
      databaseName: `invoicing_${environment}`,
      credentials: {
        secret: kplus.Secret.fromSecretName(chart, 'DatabaseCredentials', 'invoicing-database'), userKey: 'POSTGRES_USER', passwordKey: 'POSTGRES_PASSWORD',
      },
    }),
  });
  // In production a Job migrates the schemas, for both services at once.
  const persistence = ServicePersistence.fromPlatform(inProduction ? { dbMigrationStrategy: DbMigrationStrategy.JOB } : {});
  const budget = inProduction ? PodDisruptionBudget.minAvailable(kplus.k8s.IntOrString.fromNumber(1)) : undefined;
  // A workflow of the profile dev is wired to no services.
  if (!inDevelopment) {
    new JobsServiceConstruct(platform, 'JobsService', { persistence });
    new DataIndexConstruct(platform, 'DataIndex', {
      persistence, podTemplate: inProduction ? { replicas: 2, podDisruptionBudget: budget } : undefined,
    });
  }

  const workflow = new WorkflowConstruct(platform, 'Invoicing', {
    definition: WorkflowDefinition.fromFile(join(__dirname, 'workflows', 'invoicing.sw.yaml')),
    profile: inDevelopment ? WorkflowProfile.DEV : WorkflowProfile.GITOPS,
    podTemplate: inDevelopment ? undefined : { container: { image: 'quay.io/example/invoicing:3.2.0' }, podDisruptionBudget: budget },
  });
  if (inProduction) {
    new kplus.k8s.KubeHorizontalPodAutoscalerV2(chart, 'Autoscaler', {
      metadata: { name: workflow.workflowName },
      spec: {
        // The operator scales what it made: the target is the custom resource, not the Deployment.
        scaleTargetRef: { apiVersion: workflow.apiObject.apiVersion, kind: workflow.apiObject.kind, name: workflow.workflowName },
        minReplicas: 2,
        maxReplicas: 6,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 75 } } }],
      },
    });
  }
  return { chart, platform, workflow };
}

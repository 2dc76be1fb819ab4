import { join } from 'node:path';
import { Chart, ChartProps } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, DataIndexConstruct, Destination, JobsServiceConstruct, PostgreSql, SonataFlowPlatformConstruct,
  WorkflowConstruct, WorkflowDefinition, WorkflowProfile,
} from 'cdk8s-sonataflow';
import { Construct } from 'constructs';

/** The platform of the loans team and the workflow that decides about loans. */
export class LoansChart extends Chart {
  constructor(scope: Construct, id: string, props?: ChartProps) {
    super(scope, id, props);

    const platform = new SonataFlowPlatformConstruct(this, 'Platform', {
      metadata: { name: 'loans' },
      broker: Destination.broker('default'),
      flywayEnabled: true,
      persistence: PostgreSql.fromService({
        name: 'postgres',
        namespace: 'databases',
        credentials: { secret: kplus.Secret.fromSecretName(this, 'DatabaseCredentials', 'loans-database') },
      }),
    });
    new DataIndexConstruct(platform, 'DataIndex');
    new JobsServiceConstruct(platform, 'JobsService');

    new WorkflowConstruct(platform, 'LoanApproval', {
      definition: WorkflowDefinition.fromFile(join(__dirname, 'workflows', 'loan-approval.sw.json')),
      profile: WorkflowProfile.GITOPS,
      podTemplate: { container: { image: 'quay.io/example/loanapproval:2.3.0' } },
      applicationProperties: ApplicationProperties.fromFile(join(__dirname, 'workflows', 'loan-approval.properties')),
    });
  }
}

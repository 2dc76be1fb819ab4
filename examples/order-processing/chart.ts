import { join } from 'node:path';
import { ApiObject, Chart, ChartProps } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, DataIndexConstruct, Destination, JobsServiceConstruct, PostgreSql, SonataFlowPlatformConstruct, WorkflowConstruct,
  WorkflowDefinition, WorkflowPersistence, WorkflowResources,
} from 'cdk8s-sonataflow';
import { Construct } from 'constructs';

const SPECS = join(__dirname, 'specs');
const SUBFLOWS = join(__dirname, 'workflows', 'subflows');
const workflowFile = (name: string) => join(__dirname, 'workflows', name);

/** Orders, payments and returns talk to each other, and to the services of the platform, through one Kafka broker. */
export class OrderProcessingChart extends Chart {
  readonly platform: SonataFlowPlatformConstruct;
  readonly fulfilment: WorkflowConstruct;
  readonly payments: WorkflowConstruct;
  readonly returns: WorkflowConstruct;

  constructor(scope: Construct, id: string, props?: ChartProps) {
    super(scope, id, props);

    const broker = new ApiObject(this, 'Broker', {
      apiVersion: 'eventing.knative.dev/v1',
      kind: 'Broker',
      metadata: { name: 'orders', annotations: { 'eventing.knative.dev/broker.class': 'Kafka' } },
      spec: { config: { apiVersion: 'v1', kind: 'ConfigMap', name: 'kafka-broker-config', namespace: 'knative-eventing' } },
    });

    this.platform = new SonataFlowPlatformConstruct(this, 'Platform', {
      broker: Destination.fromApiObject(broker),
      monitoring: true,
      flywayEnabled: true,
      persistence: PostgreSql.fromService({
        name: 'postgres',
        credentials: { secret: kplus.Secret.fromSecretName(this, 'DatabaseCredentials', 'orders-database') },
      }),
    });
    new DataIndexConstruct(this.platform, 'DataIndex');
    new JobsServiceConstruct(this.platform, 'JobsService');

    this.fulfilment = new WorkflowConstruct(this.platform, 'OrderFulfilment', {
      definition: WorkflowDefinition.fromFile(workflowFile('order-fulfilment.sw.yaml')),
      applicationProperties: ApplicationProperties.fromFile(workflowFile('order-fulfilment.properties')),
      resources: [WorkflowResources.fromDirectory(SPECS), WorkflowResources.fromDirectory(SUBFLOWS, { workflowPath: '' })],
    });

    this.payments = new WorkflowConstruct(this.platform, 'PaymentCollection', {
      definition: WorkflowDefinition.fromFile(workflowFile('payment-collection.sw.yaml')),
      applicationProperties: ApplicationProperties.fromRecord({ 'quarkus.rest-client.payments_yaml.url': 'http://payments.bank' }),
      secretProperties: {
        'quarkus.openapi-generator.payments_yaml.auth.bank.api-key': { secret: kplus.Secret.fromSecretName(this, 'BankLogin', 'bank-login'), key: 'api-key' },
      },
      resources: [WorkflowResources.fromFile(join(SPECS, 'payments.yaml'), { workflowPath: 'specs' })],
      persistence: WorkflowPersistence.postgreSql(PostgreSql.fromJdbcUrl('jdbc:postgresql://db.example.org:5432/payments?sslmode=verify-full', {
        credentials: { secret: kplus.Secret.fromSecretName(this, 'PaymentsCredentials', 'payments-database') },
      })),
    });

    this.returns = new WorkflowConstruct(this.platform, 'OrderReturns', {
      definition: WorkflowDefinition.fromFile(workflowFile('order-returns.sw.yaml')),
      resources: [WorkflowResources.fromDirectory(SPECS)],
    });
  }
}

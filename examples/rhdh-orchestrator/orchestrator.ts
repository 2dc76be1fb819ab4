import { join } from 'node:path';
import { Chart, ChartProps } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  ApplicationProperties, DataIndexConstruct, JobsServiceConstruct, OperatorVersion, PostgreSql, PropertyValue, Rendering, SonataFlowPlatformConstruct,
  WorkflowConstruct, WorkflowDefinition, WorkflowProfile,
} from 'cdk8s-sonataflow';
import { Construct } from 'constructs';
import { databaseJob } from './database-job';
import { networkPolicies } from './network-policies';

export interface OrchestratorProps extends ChartProps {
  /** Name of the Backstage custom resource: RHDH's operator derives the names of its database from it. */
  readonly backstage: string;
  /** Tag of the images of the workflows, which are built elsewhere. */
  readonly workflowsTag: string;
  readonly operatorVersion?: OperatorVersion;
  readonly rendering?: Rendering;
}

/** What the orchestrator of Red Hat Developer Hub needs in its namespace, and two workflows. */
export class OrchestratorChart extends Chart {
  readonly platform: SonataFlowPlatformConstruct;
  readonly dataIndex: DataIndexConstruct;
  readonly greeting: WorkflowConstruct;
  readonly projectSetup: WorkflowConstruct;

  constructor(scope: Construct, id: string, props: OrchestratorProps) {
    super(scope, id, props);
    const { backstage, workflowsTag, operatorVersion = OperatorVersion.OSL_1_38, rendering } = props;

    // The database and its Secret belong to RHDH.
    const database = {
      service: `backstage-psql-${backstage}`,
      name: 'backstage_plugin_orchestrator',
      secret: kplus.Secret.fromSecretName(this, 'DatabaseCredentials', `backstage-psql-secret-${backstage}`),
    };

    // Backstage looks for the Data Index of a platform that is called sonataflow-platform, which is the name where nothing else is said.
    this.platform = new SonataFlowPlatformConstruct(this, 'Platform', {
      operatorVersion,
      rendering,
      monitoring: true,
      // For services and workflows alike, each with a schema of its own.
      persistence: PostgreSql.fromService({
        name: database.service,
        databaseName: database.name,
        credentials: { secret: database.secret, userKey: 'POSTGRES_USER', passwordKey: 'POSTGRES_PASSWORD' },
      }),
      properties: { 'kie.flyway.enabled': PropertyValue.fromText('true') },
    });
    this.dataIndex = new DataIndexConstruct(this.platform, 'DataIndex');
    new JobsServiceConstruct(this.platform, 'JobsService');
    this.platform.node.addDependency(databaseJob(this, 'DatabaseJob', database));

    this.greeting = this.workflow('greeting', workflowsTag, {
      'quarkus.rest-client.notifications_yaml.url': `http://backstage-${backstage}`,
    }, {
      secretProperties: {
        'quarkus.openapi-generator.notifications_yaml.auth.bearer.bearer-token': { secret: this.secret('greeting-creds'), key: 'NOTIFICATIONS_BEARER_TOKEN' },
      },
    });
    this.projectSetup = this.workflow('project-setup', workflowsTag, {
      'quarkus.rest-client.projects_yaml.url': '${PROJECTS_URL}',
      'quarkus.openapi-generator.projects_yaml.auth.bearer.bearer-token': '${PROJECTS_TOKEN}',
    }, {
      envFrom: [{ secretRef: { name: this.secret('project-setup-creds').name } }],
    });

    networkPolicies(this, this.platform);
  }

  /** A workflow whose image is built elsewhere, with its definition and the files that it refers to. */
  private workflow(
    name: string, tag: string, properties: Record<string, string>,
    { secretProperties, envFrom }: { secretProperties?: Record<string, kplus.SecretValue>; envFrom?: kplus.k8s.EnvFromSource[] },
  ): WorkflowConstruct {
    return new WorkflowConstruct(this.platform, name, {
      definition: WorkflowDefinition.fromFile(join(__dirname, 'workflows', `${name}.sw.yaml`)),
      profile: WorkflowProfile.GITOPS,
      podTemplate: {
        container: {
          image: `quay.io/example/${name}:${tag}`,
          envFrom,
          resources: {
            requests: { cpu: kplus.k8s.Quantity.fromString('100m'), memory: kplus.k8s.Quantity.fromString('256Mi') },
            limits: { cpu: kplus.k8s.Quantity.fromString('500m'), memory: kplus.k8s.Quantity.fromString('512Mi') },
          },
        },
      },
      applicationProperties: ApplicationProperties.fromRecord(properties),
      secretProperties,
    });
  }

  private secret(name: string): kplus.ISecret {
    return kplus.Secret.fromSecretName(this, name, name);
  }
}

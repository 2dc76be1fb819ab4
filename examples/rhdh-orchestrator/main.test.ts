import { Testing } from 'cdk8s';
import { OperatorVersion, Rendering, Severity, SonataFlowImages, SonataFlowTesting } from 'cdk8s-sonataflow';
import { OrchestratorChart, OrchestratorProps } from './orchestrator';

function orchestrator(props: Partial<OrchestratorProps> = {}): OrchestratorChart {
  return new OrchestratorChart(Testing.app(), 'rhdh', { namespace: 'rhdh', backstage: 'developer-hub', workflowsTag: '2.3.0', ...props });
}

interface Manifest { kind: string; metadata: { name: string } }
const synth = (chart: OrchestratorChart) => Testing.synth(chart) as Manifest[];
const names = (chart: OrchestratorChart) => synth(chart).map(({ kind, metadata }) => `${kind} ${metadata.name}`);

/** What the operator would make: both workflows have images of their own. */
const rendered = (operatorVersion?: OperatorVersion) => (
  orchestrator({ operatorVersion, rendering: Rendering.kubernetesObjects({ corrections: false }) })
);

test('the manifests have not changed', () => expect(synth(orchestrator())).toMatchSnapshot());

test('nothing is wrong', () => {
  const { platform, greeting, projectSetup } = orchestrator();
  const findings = [platform, greeting, projectSetup].flatMap((construct) => construct.findings);
  expect(findings.filter(({ severity }) => severity !== Severity.INFORMATION)).toEqual([]);
});

test('Backstage finds the Data Index', () => {
  expect(orchestrator().dataIndex.serviceUrl).toBe('http://sonataflow-platform-data-index-service.rhdh');
});

test('the database comes first', () => {
  const [first, second] = names(orchestrator());
  expect([first, second]).toEqual(['Job create-orchestrator-database', 'SonataFlowPlatform sonataflow-platform']);
});

test('each service and each workflow has a schema of its own in the one database', () => {
  const { platform, greeting, projectSetup } = orchestrator();
  const url = 'jdbc:postgresql://backstage-psql-developer-hub.rhdh:5432/backstage_plugin_orchestrator?currentSchema=';
  expect([greeting.database?.jdbcUrl, projectSetup.database?.jdbcUrl]).toEqual([`${url}greeting`, `${url}project-setup`]);
  expect(platform.jobsServiceUrl).toBe('http://sonataflow-platform-jobs-service.rhdh');
});

test('no value of a Secret goes anywhere but by reference', () => {
  const variable = 'QUARKUS_OPENAPI_GENERATOR_NOTIFICATIONS_YAML_AUTH_BEARER_BEARER_TOKEN';
  expect(SonataFlowTesting.objectNamed(orchestrator(), 'SonataFlow', 'greeting')).toMatchObject({
    spec: { podTemplate: { container: { env: [{ name: variable, valueFrom: { secretKeyRef: { name: 'greeting-creds', key: 'NOTIFICATIONS_BEARER_TOKEN' } } }] } } },
  });
});

test('the workflows run the images of the release', () => {
  const images = SonataFlowImages.of(orchestrator()).map(({ image }) => image);
  expect(images).toEqual([
    'quay.io/example/greeting:2.3.0', 'quay.io/example/project-setup:2.3.0',
    'registry.redhat.io/openshift-serverless-1/logic-data-index-postgresql-rhel9:1.38.1',
    'registry.redhat.io/openshift-serverless-1/logic-jobs-service-postgresql-rhel9:1.38.1',
    'registry.redhat.io/rhel9/postgresql-15:9.6',
  ]);
});

test('how those images are built', () => {
  const { greeting } = orchestrator();
  expect(greeting.builderImage).toBe('registry.redhat.io/openshift-serverless-1/logic-swf-builder-rhel9:1.38.1');
  expect(greeting.requiredExtensionsBuildArg).toBe([
    'QUARKUS_EXTENSIONS=io.quarkus:quarkus-jdbc-postgresql:3.27.3.redhat-00002', 'io.quarkus:quarkus-agroal:3.27.3.redhat-00002',
    'org.kie:kie-addons-quarkus-persistence-jdbc:9.105.0.redhat-00003',
  ].join(','));
});

test('who may reach the pods follows from the platform', () => {
  expect(names(orchestrator()).filter((name) => name.startsWith('NetworkPolicy'))).toEqual([
    'NetworkPolicy allow-infra', 'NetworkPolicy allow-intra-network', 'NetworkPolicy allow-ingress', 'NetworkPolicy allow-monitoring',
  ]);
});

test('the operator makes a ServiceMonitor of each workflow', () => {
  expect(names(rendered()).filter((name) => name.startsWith('ServiceMonitor'))).toEqual(['ServiceMonitor greeting', 'ServiceMonitor project-setup']);
});

test('from 1.37 to 1.38 the operator changes nothing but images and the version label', () => {
  const text = (operatorVersion: OperatorVersion) => JSON.stringify(synth(rendered(operatorVersion)))
    .replace(/(logic-[a-z-]+-rhel9):[\d.]+/g, '$1').replace(/"app\.kubernetes\.io\/version":"[^"]*"/g, '"app.kubernetes.io/version":""');
  expect(text(OperatorVersion.OSL_1_38)).toBe(text(OperatorVersion.OSL_1_37));
  expect(text(OperatorVersion.OSL_1_38)).not.toBe(text(OperatorVersion.OSL_1_36));
});

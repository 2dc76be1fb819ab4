import { isFailure } from '../../json/failure';
import { asList, asObject, asText } from '../../json/lenient';
import { ALL_SERVICE_KINDS } from '../../model/service';
import { WorkflowProfile } from '../../values/workflow-profile';
import { forEach } from '../commands';
import { OPERATOR_NAMESPACE, SERVICES_READY, serviceSubject } from '../parts';
import { crosses, Hop } from '../releases';
import {
  CLUSTER, hasVariable, isNotMigrated, jobName, migratingPlatforms, Subject, withDatabase, workflowSubject,
} from '../scene';
import { UpgradeStep } from '../step';

const to137 = (hop: Hop) => crosses(hop, 'osl-1.37.0');
/** The continued line of the Apache operator has these changes, too. */
const to137OrContinued = (hop: Hop) => crosses(hop, 'osl-1.37.0', '1.x');
const to1371OrContinued = (hop: Hop) => crosses(hop, 'osl-1.37.1', '1.x');

const OWN_LABELS = ['app.kubernetes.io/instance', 'app.kubernetes.io/version'];
const REACTIVE_URL = 'QUARKUS_DATASOURCE_REACTIVE_URL';
const SCHEMA_GENERATION = 'QUARKUS_HIBERNATE_ORM_DATABASE_GENERATION';

/** What the hops to 1.37.0 to 1.37.3 need. */
export const STEPS_TO_1_37: readonly UpgradeStep[] = [
  {
    id: 'U37-OP',
    hop: to137,
    concerns: () => CLUSTER,
    source: 'upgrade guide 1.36.0 to 1.37.0; that the platform stays: RHDH\'s guide to the orchestrator',
    certainty: 'guide',
    actions: [{
      phase: 'O0',
      role: 'cluster admin',
      title: 'Uninstall the old operator',
      commands: (_subjects, { hop: { from } }) => [
        `kubectl delete subscriptions.operators.coreos.com logic-operator-rhel8 -n ${OPERATOR_NAMESPACE}`,
        `kubectl delete csv ${from.csv ?? ''} -n ${OPERATOR_NAMESPACE}   # or .2, if that is what kubectl get csv shows`,
      ],
      why: '1.37 is another package, to which OLM knows no way. CRDs and custom resources stay: do not delete the SonataFlowPlatform.',
      downtime: 'the operator, until the new one is installed; meanwhile no workflow can be deleted',
    }, {
      phase: 'O2',
      role: 'cluster admin',
      title: 'Install the new operator',
      commands: (_subjects, { hop: { to } }) => [
        'kubectl apply -f - <<EOF',
        'apiVersion: operators.coreos.com/v1alpha1',
        'kind: Subscription',
        `metadata: {name: logic-operator, namespace: ${OPERATOR_NAMESPACE}}`,
        `spec: {name: logic-operator, channel: stable, source: redhat-operators, sourceNamespace: openshift-marketplace, startingCSV: ${to.csv ?? ''}, installPlanApproval: Manual}`,
        'EOF',
        `kubectl get installplan -n ${OPERATOR_NAMESPACE}`,
        `kubectl patch installplan NAME -n ${OPERATOR_NAMESPACE} --type merge -p '{"spec":{"approved":true}}'`,
        `kubectl wait csv ${to.csv ?? ''} -n ${OPERATOR_NAMESPACE} --for=jsonpath='{.status.phase}'=Succeeded --timeout=15m`,
      ],
      why: 'Approved by hand, no later version is installed before its own steps are done.',
    }, SERVICES_READY],
  },
  {
    id: 'U37-JOB',
    hop: (hop) => crosses(hop, 'osl-1.37.0', 'osl-1.37.1', 'osl-1.37.2', 'osl-1.37.3') && !crosses(hop, 'osl-1.38.0'),
    concerns: (scene) => migratingPlatforms(scene).map((platform) => ({ kind: 'Job', namespace: platform.namespace, name: jobName(scene.landscape, platform) })),
    source: 'upgrade guides from 1.36.0 to 1.37.2; that the old operator may make it again: operator source',
    certainty: 'guide',
    actions: [{
      phase: 'O1',
      role: 'cluster admin',
      title: 'Delete the migration Job of the old operator',
      commands: (subjects) => forEach(subjects, 'kubectl delete job "$W" -n "$N"'),
      why: 'Its name is fixed, and one that has ended does not run again: the services would start with a schema that is behind. Where the old operator still runs, '
        + 'it may make the Job again: scale it to 0 first, or look at the image of the Job.',
    }, {
      phase: 'A1',
      role: 'cluster admin',
      title: 'Wait for the migration Job of the new operator',
      commands: (subjects) => forEach(subjects, 'kubectl wait job "$W" -n "$N" --for=condition=Complete --timeout=10m && kubectl logs job/"$W" -n "$N"'),
      why: 'The services come up behind it.',
    }],
  },
  {
    id: 'U37-LABELS',
    hop: to137,
    concerns: ({ workflows }) => workflows.filter(({ profile }) => profile !== WorkflowProfile.DEV).map((workflow) => workflowSubject(workflow)),
    source: 'operator source: labels of instance and version',
    certainty: 'source',
    actions: [{
      phase: 'A4',
      role: 'workflow team',
      weight: 'remark',
      title: 'Deploy every workflow anew, also one that would go on without',
      why: 'Its Deployment would keep the labels of the old operator: it works, but queries by label, PodDisruptionBudgets and autoscalers of later versions do not find it.',
    }],
  },
  {
    id: 'U37-LABEL-CLASH',
    hop: to137,
    concerns: ({ workflows }) => workflows.flatMap((workflow) => {
      const own = OWN_LABELS.filter((label) => Object.hasOwn(workflow.resource.metadata.labels, label));
      return own.length === 0 ? [] : [workflowSubject(workflow, own.join(', '))];
    }),
    source: 'operator source: the operator\'s labels override those of the custom resource',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'workflow team',
      weight: 'remark',
      title: 'Know that the operator\'s values of these labels win from now on',
      why: 'Whoever selects by them finds other values.',
    }],
  },
  {
    id: 'U37-REACTIVE',
    hop: to137OrContinued,
    concerns: (scene) => withDatabase(scene, 'jobsService').map((found) => (
      serviceSubject(found, hasVariable(found.service, REACTIVE_URL) ? `has ${REACTIVE_URL} of its own` : undefined)
    )),
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'A3',
      role: 'cluster admin',
      weight: (scene) => withDatabase(scene, 'jobsService').some(({ service }) => hasVariable(service, REACTIVE_URL)) ? 'step' : 'remark',
      title: `Take ${REACTIVE_URL} out of the platform, if you set it`,
      why: 'The operator now sets it, made of the JDBC URL, and its value wins; the property quarkus.datasource.reactive.url is gone. What else is in a JDBC URL goes along.',
    }],
  },
  {
    id: 'U37-BADURL',
    hop: to137OrContinued,
    concerns: (scene) => withDatabase(scene, 'jobsService').filter(({ service }) => isFailure(service.reactiveUrl)).map((found) => serviceSubject(found)),
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'cluster admin',
      title: 'Correct the JDBC URL',
      why: 'So far the operator made no Jobs Service of it; from now on it hands the URL on, and the pod fails.',
    }],
  },
  {
    id: 'U37-RHEL9',
    hop: to137,
    concerns: ({ documents }) => documents.filter((document) => mentions(document, '-rhel8')).map(({ kind, metadata }): Subject => {
      const { name, namespace } = asObject(metadata);
      return { kind: asText(kind), namespace: asText(namespace, 'default'), name: asText(name) };
    }),
    source: 'the bundles of the releases',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'cluster admin',
      title: 'Rename the images that end in -rhel8 to -rhel9, also in Dockerfiles, and mirror the new ones',
      why: 'The new release has other image names, and names them by digest: a mirror set by tag is not enough.',
    }],
  },
  {
    id: 'U371-HIB',
    hop: to1371OrContinued,
    concerns: (scene) => withDatabase(scene, 'dataIndex').filter(({ service }) => isNotMigrated(service)).map((found) => serviceSubject(found)),
    source: 'operator source; which release of 1.37 has it first is dated only',
    certainty: 'doubtful',
    actions: [{
      phase: 'B',
      role: 'cluster admin',
      title: 'Migrate the schema of the Data Index by hand, or choose dbMigrationStrategy: service or job',
      why: 'Hibernate no longer fills what is missing: a schema that is behind stays behind, and with an empty one the service never gets ready.',
    }],
  },
  {
    id: 'U371-MIG',
    hop: (hop) => crosses(hop, 'osl-1.37.1'),
    concerns: (scene) => withDatabase(scene, 'dataIndex').map((found) => serviceSubject(found)),
    source: 'upgrade guide 1.37.0 to 1.37.1',
    certainty: 'guide',
    actions: [{
      phase: 'A2',
      role: 'cluster admin',
      title: 'Look for the migrations 1.46.0 and 1.47.0 of the Data Index',
      commands: (subjects, scene) => [
        ...migratingPlatforms(scene).flatMap((platform) => forEach([{ kind: 'Job', namespace: platform.namespace, name: jobName(scene.next, platform) }],
          'kubectl logs job/"$W" -n "$N" | grep -E "1\\.4[67]\\.0"')),
        ...forEach(subjects, 'kubectl logs deployment/"$W" -n "$N" | grep -E "1\\.4[67]\\.0"'),
      ],
      why: 'They are in the log of the Job, or in that of the service where it migrates by itself.',
    }],
  },
  {
    id: 'U371-ENV',
    hop: to1371OrContinued,
    concerns: (scene) => withDatabase(scene, 'dataIndex').filter(({ service }) => hasVariable(service, SCHEMA_GENERATION)).map((found) => serviceSubject(found)),
    source: 'operator source',
    certainty: 'doubtful',
    actions: [{
      phase: 'B',
      role: 'cluster admin',
      title: `Take ${SCHEMA_GENERATION} out of the Data Index`,
      why: 'So far the operator\'s own value won; from now on yours is in force.',
    }],
  },
  {
    id: 'U371-KEYS',
    hop: to1371OrContinued,
    concerns: (scene) => migratingPlatforms(scene).filter((platform) => {
      const services = ALL_SERVICE_KINDS.flatMap((kind) => platform[kind] ?? []);
      const migrating = services.filter(({ dbMigrationStrategy }) => dbMigrationStrategy === 'job');
      const lacksKeys = migrating.some(({ postgresql }) => postgresql && !(postgresql.secretRef.userKey && postgresql.secretRef.passwordKey));
      return lacksKeys || migrating.length < ALL_SERVICE_KINDS.length;
    }).map(({ name, namespace }) => ({ kind: 'SonataFlowPlatform', namespace, name })),
    source: 'operator source',
    certainty: 'doubtful',
    actions: [{
      phase: 'A1',
      role: 'cluster admin',
      weight: 'remark',
      title: 'Know that the migration Job needs no keys of the Secret, and may migrate one service alone, from now on',
      why: 'What the API server refused before works now.',
    }],
  },
];

function mentions(value: unknown, part: string): boolean {
  if (typeof value === 'string') return value.includes(part);
  return (Array.isArray(value) ? asList(value) : Object.values(asObject(value))).some((child) => mentions(child, part));
}

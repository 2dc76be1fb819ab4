import { shellWord } from '../../findings/words';
import { WorkflowProfile } from '../../values/workflow-profile';
import { forEach, namespacesOf } from '../commands';
import {
  applyWorkflows, databasesOf, deleteWorkflows, dumpDatabase, lostInstances, OPERATOR_NAMESPACE, patchPlatform, rolloutsOf, SERVICES_READY,
  serviceSubject, variablePatch,
} from '../parts';
import { beginsAt, crosses, isLogic } from '../releases';
import { CLUSTER, mayWait, ofProfile, Scene, servicesOf, Subject, withDatabase, workflowSubject } from '../scene';
import { UpgradeStep } from '../step';

const any = () => true;
const RETRY_VARIABLE = 'KOGITO_JOBS_SERVICE_MAXINTERVALLIMITTORETRYMILLIS';
/** Four hours. */
const RETRY_MILLISECONDS = '14400000';

const workflowsOf = (profile: WorkflowProfile) => (scene: Scene) => ofProfile(scene, profile).map((workflow) => workflowSubject(workflow));
const jobsServices = (scene: Scene) => servicesOf(scene, ['jobsService']);
/** Before 1.37.0 no guide asks for it. */
const retryWeight = ({ hop }: Scene) => beginsAt(hop, 'osl-1.37.0') ? 'step' : 'remark';

/** What every hop needs, or every hop of a range. */
export const STEPS_OF_EVERY_HOP: readonly UpgradeStep[] = [
  {
    id: 'UX-DUMP',
    hop: any,
    concerns: () => CLUSTER,
    source: 'all upgrade guides of OpenShift Serverless Logic',
    certainty: 'guide',
    actions: [{
      phase: 'B0',
      role: 'cluster admin',
      title: 'Keep a copy of all custom resources, properties and Secrets',
      commands: (_subjects, { landscape }) => [
        'kubectl get sonataflow,sonataflowplatform,sonataflowclusterplatform -A -o yaml > before.yaml',
        ...landscape.namespaces.map((namespace) => (
          `kubectl get configmaps,secrets -n ${shellWord(namespace)} -o yaml > ${shellWord(`before-${namespace}.yaml`)}`
        )),
      ],
      why: 'What is deleted below comes back from here. The files have the values of Secrets: keep them where nobody else reads.',
    }],
  },
  {
    id: 'UX-SYNC',
    hop: any,
    concerns: ({ workflows, platforms }) => workflows.length + platforms.length === 0 ? [] : CLUSTER,
    source: 'the usual set-up of the software templates for RHDH: automated sync with selfHeal',
    certainty: 'derived',
    actions: [{
      phase: 'B0',
      role: 'cluster admin',
      weight: 'remark',
      title: 'Suspend the sync of Argo CD or Flux for these namespaces',
      commands: (_subjects, { landscape }) => landscape.namespaces.map((namespace) => `# namespace ${namespace}: argocd app set APP --sync-policy none`),
      why: 'A tool that heals by itself brings a deleted workflow back at once.',
    }, {
      phase: 'A9',
      role: 'cluster admin',
      weight: 'remark',
      title: 'Resume the sync',
      commands: (_subjects, { landscape }) => landscape.namespaces.map((namespace) => `# namespace ${namespace}: argocd app set APP --sync-policy automated`),
      why: 'The window is over.',
    }],
  },
  {
    id: 'UX-RETRY',
    hop: isLogic,
    concerns: (scene) => jobsServices(scene).map((found) => serviceSubject(found)),
    source: 'upgrade guides from 1.37.0 on, "increase the job retry interval"; the field is that of the CRD',
    certainty: 'guide',
    actions: [{
      phase: 'B1',
      role: 'cluster admin',
      weight: retryWeight,
      title: `Let the Jobs Service try again for four hours: ${RETRY_VARIABLE}`,
      commands: (subjects, scene) => [
        ...jobsServices(scene).map((found) => patchPlatform(found, variablePatch(found, RETRY_VARIABLE, RETRY_MILLISECONDS).apply)),
        ...rolloutsOf(subjects),
      ],
      why: 'A job whose workflow is away is tried again instead of dropped. A merge patch would replace the whole list of variables.',
      downtime: 'the Jobs Service, for a rollout with strategy Recreate',
    }],
  },
  {
    id: 'UX-RETRY-BACK',
    hop: isLogic,
    concerns: (scene) => jobsServices(scene).map((found) => serviceSubject(found)),
    source: 'upgrade guides from 1.37.0 on, "restore the job retry interval"',
    certainty: 'guide',
    actions: [{
      phase: 'A9',
      role: 'cluster admin',
      weight: retryWeight,
      title: `Take ${RETRY_VARIABLE} back`,
      commands: (subjects, scene) => [
        ...jobsServices(scene).map((found) => patchPlatform(found, variablePatch(found, RETRY_VARIABLE, RETRY_MILLISECONDS).revert)),
        ...rolloutsOf(subjects),
      ],
      why: 'Four hours are for the window only.',
      downtime: 'the Jobs Service, for a rollout with strategy Recreate',
    }],
  },
  {
    id: 'UX-DEV',
    hop: isLogic,
    concerns: workflowsOf(WorkflowProfile.DEV),
    source: 'all upgrade guides of OpenShift Serverless Logic',
    certainty: 'guide',
    actions: [{
      phase: 'B2',
      role: 'workflow team',
      title: 'Delete the workflows of the profile dev',
      commands: deleteWorkflows,
      why: 'They are made anew by the new operator, with its image for development. Deleting needs an operator that runs.',
      downtime: 'the workflows, until they are applied again and have started',
      loss: lostInstances,
    }, {
      phase: 'A6',
      role: 'workflow team',
      title: 'Apply the workflows of the profile dev again',
      commands: applyWorkflows,
      why: 'Their objects are made anew.',
    }],
  },
  {
    id: 'UX-PREVIEW',
    hop: isLogic,
    concerns: workflowsOf(WorkflowProfile.PREVIEW),
    source: 'all upgrade guides of OpenShift Serverless Logic; that a SonataFlowBuild never follows: operator source, GetOrCreateBuild',
    certainty: 'guide',
    actions: [{
      phase: 'B3',
      role: 'workflow team',
      title: 'Delete the workflows of the profile preview',
      commands: deleteWorkflows,
      why: 'Their images have to be built with the new builder, and the operator makes a SonataFlowBuild once and never changes it.',
      downtime: 'the workflows, until they are applied again, built (minutes) and have started',
      loss: lostInstances,
      backup: databasesOf,
    }, {
      phase: 'A5',
      role: 'workflow team',
      title: 'Apply the workflows of the profile preview again',
      commands: applyWorkflows,
      why: 'The operator builds their images anew.',
    }],
  },
  {
    id: 'UX-GITOPS-SCALE',
    hop: (hop) => crosses(hop, 'osl-1.36'),
    concerns: workflowsOf(WorkflowProfile.GITOPS),
    source: 'upgrade guide 1.35.0 to 1.36.0',
    certainty: 'guide',
    actions: [{
      phase: 'B4',
      role: 'workflow team',
      title: 'Scale the workflows of the profile gitops down',
      commands: (subjects) => forEach(subjects, 'kubectl patch sonataflow "$W" -n "$N" --type merge -p \'{"spec":{"podTemplate":{"replicas":0}}}\''),
      why: 'On this hop their images need not be built anew.',
      downtime: 'the workflows, until they are scaled up again',
      loss: lostInstances,
      backup: databasesOf,
    }, {
      phase: 'A4',
      role: 'workflow team',
      title: 'Scale the workflows of the profile gitops up again',
      commands: (subjects, scene) => scaledUp(subjects, scene),
      why: 'As many pods as before.',
    }],
  },
  {
    id: 'UX-GITOPS-REBUILD',
    hop: (hop) => isLogic(hop) && beginsAt(hop, 'osl-1.36'),
    concerns: workflowsOf(WorkflowProfile.GITOPS),
    source: 'upgrade guides from 1.36.0 to 1.37.0 on; from 1.37.1 on "strongly recommended"',
    certainty: 'guide',
    actions: [{
      phase: (hop) => beginsAt(hop, 'osl-1.37.0') ? 'B4' : 'A4',
      role: 'workflow team',
      title: 'Build the images of the workflows of the profile gitops anew',
      commands: (_subjects, { hop: { to } }) => [`# FROM ${to.builder}, under a new tag`],
      why: 'The runtime moves to another Quarkus. Leave definition, name, version and description as they are; under the same tag a node may run the old image.',
    }, {
      phase: 'B4',
      role: 'workflow team',
      title: 'Delete the workflows of the profile gitops',
      commands: deleteWorkflows,
      why: 'A Deployment that stays keeps its selector and the labels of its pods.',
      downtime: 'the workflows, until they are applied again and have started',
      loss: lostInstances,
      backup: databasesOf,
    }, {
      phase: 'A4',
      role: 'workflow team',
      title: 'Apply the workflows of the profile gitops with their new images',
      commands: applyWorkflows,
      why: 'Their objects are made anew, with the labels of the new operator.',
    }],
  },
  {
    id: 'UX-KNATIVE',
    hop: any,
    concerns: ({ workflows }) => workflows.filter(({ deploymentModel }) => deploymentModel === 'knative').map((workflow) => workflowSubject(workflow)),
    source: 'operator source, EnsureKService',
    certainty: 'source',
    actions: [{
      phase: 'A7',
      role: 'workflow team',
      title: 'Look whether the new revisions of the Knative Services are ready',
      commands: (subjects) => forEach(subjects, 'kubectl get revisions -n "$N" -l serving.knative.dev/service="$W"'),
      why: 'The Knative Service belongs to the workflow and goes with it. The labels in the template of one that stays are not renewed.',
    }],
  },
  {
    id: 'UX-WAITS',
    hop: any,
    concerns: ({ workflows }) => workflows.filter(mayWait).map((workflow) => (
      workflowSubject(workflow, workflow.database ? 'in its database' : 'no database: they are lost')
    )),
    source: 'what the flows wait for: callback, event and sleep states, switches on events, timeouts',
    certainty: 'derived',
    actions: [{
      phase: 'B',
      role: 'workflow team',
      weight: 'remark',
      title: 'Know which workflows may have instances that wait',
      why: 'Those without a database end with their pods. Those in a database go on when the workflow is there again; their jobs need the Jobs Service to try again.',
      loss: lostInstances,
    }],
  },
  {
    id: 'UX-DB-DI',
    hop: any,
    concerns: (scene) => withDatabase(scene, 'dataIndex').map((found) => serviceSubject(found)),
    source: 'all upgrade guides of OpenShift Serverless Logic',
    certainty: 'guide',
    actions: [{
      phase: 'B5',
      role: 'cluster admin',
      title: 'Back up the database of the Data Index',
      commands: (_subjects, scene) => withDatabase(scene, 'dataIndex').map(dumpDatabase),
      why: 'Its schema is migrated forward only.',
      backup: () => 'all objects of the schema, not only rows',
    }],
  },
  {
    id: 'UX-DB-JS',
    hop: any,
    concerns: (scene) => withDatabase(scene, 'jobsService').map((found) => serviceSubject(found)),
    source: 'all upgrade guides of OpenShift Serverless Logic',
    certainty: 'guide',
    actions: [{
      phase: 'B6',
      role: 'cluster admin',
      title: 'Back up the database of the Jobs Service',
      commands: (_subjects, scene) => withDatabase(scene, 'jobsService').map(dumpDatabase),
      why: 'Its schema is migrated forward only.',
      backup: () => 'all objects of the schema, not only rows',
    }],
  },
  {
    id: 'UX-OP',
    hop: (hop) => isLogic(hop) && beginsAt(hop, 'osl-1.37.0'),
    concerns: () => CLUSTER,
    source: 'upgrade guides from 1.37.0 on; that RHDH\'s operator approves by itself: its profile serverless-logic.yaml',
    certainty: 'guide',
    actions: [{
      phase: 'O2',
      role: 'cluster admin',
      title: 'Approve the InstallPlan of the new operator',
      commands: (_subjects, { hop: { to } }) => [
        `kubectl get installplan -n ${OPERATOR_NAMESPACE}`,
        `kubectl patch installplan NAME -n ${OPERATOR_NAMESPACE} --type merge -p '{"spec":{"approved":true}}'`,
        `kubectl wait csv ${to.csv ?? ''} -n ${OPERATOR_NAMESPACE} --for=jsonpath='{.status.phase}'=Succeeded --timeout=15m`,
      ],
      why: 'With approval Automatic it happens by itself, and without what comes before it: change the Subscription to Manual first.',
      downtime: 'the operator; meanwhile no workflow can be deleted',
    }, SERVICES_READY],
  },
  {
    id: 'UX-RS',
    hop: (hop) => crosses(hop, 'osl-1.36') || (isLogic(hop) && crosses(hop, 'osl-1.37.0')),
    concerns: (scene) => servicesOf(scene).map((found) => serviceSubject(found)),
    source: 'upgrade guides 1.35.0 to 1.36.0 and 1.36.0 to 1.37.0',
    certainty: 'guide',
    actions: [{
      phase: 'A3',
      role: 'cluster admin',
      weight: 'optional',
      title: 'Delete old ReplicaSets of the services',
      commands: (subjects) => namespacesOf(subjects).map((namespace) => (
        `kubectl get replicasets -n ${shellWord(namespace)} -o custom-columns=Name:metadata.name,Image:spec.template.spec.containers[*].image`
      )),
      why: 'They have no pods, and only take up room.',
    }],
  },
  {
    id: 'UX-OWNIMAGE',
    hop: any,
    concerns: (scene) => servicesOf(scene).filter(({ service }) => service.podTemplate.container?.image)
      .map((found) => serviceSubject(found, `image ${String(found.service.podTemplate.container?.image)}`)),
    source: 'operator source: a user\'s image is never replaced',
    certainty: 'source',
    actions: [{
      phase: 'A1',
      role: 'cluster admin',
      title: 'Change the images of services that have one of their own',
      commands: (_subjects, { next, ...scene }) => servicesOf(scene).filter(({ service }) => service.podTemplate.container?.image)
        .map(({ service }) => `# ${service.name}: podTemplate.container.image, to one of the version of ${next.operator.images[imageOf(service)]}`),
      why: 'The operator leaves them at the old version, while their databases may be migrated by a Job of the new one.',
    }],
  },
];

function imageOf({ kind, database }: { readonly kind: 'dataIndex' | 'jobsService'; readonly database?: unknown }) {
  if (kind === 'dataIndex') return database ? 'dataIndexPostgreSql' : 'dataIndexEphemeral';
  return database ? 'jobsServicePostgreSql' : 'jobsServiceEphemeral';
}

/** Workflows of the same number of replicas in one loop. */
function scaledUp(subjects: readonly Subject[], { workflows }: Scene): string[] {
  const replicas = new Map(workflows.map((workflow) => [`${workflow.namespace}/${workflow.name}`, workflow.replicas]));
  const replicasOf = ({ namespace, name }: Subject) => replicas.get(`${namespace}/${name}`) ?? 1;
  return [...new Set(subjects.map(replicasOf))].flatMap((count) => forEach(
    subjects.filter((subject) => replicasOf(subject) === count),
    `kubectl patch sonataflow "$W" -n "$N" --type merge -p '{"spec":{"podTemplate":{"replicas":${count}}}}'`,
  ));
}

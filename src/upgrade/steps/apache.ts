import { scaledOrBudgeted } from './logic-1-38';
import { asObject, asText } from '../../json/lenient';
import { WorkflowProfile } from '../../values/workflow-profile';
import { forEach } from '../commands';
import { applyWorkflows, databasesOf, deleteWorkflows, lostInstances, SERVICES_READY } from '../parts';
import { crosses, Hop } from '../releases';
import { CLUSTER, Subject, workflowSubject } from '../scene';
import { UpgradeStep } from '../step';

const continued = (hop: Hop) => crosses(hop, '1.x');
/** What the newer operator can read. */
const LARGEST_CHECKSUM = 2 ** 31 - 1;

/** What the hop from the Apache operator to the continued line needs. */
export const APACHE_STEPS: readonly UpgradeStep[] = [
  {
    id: 'UA-CRC',
    hop: continued,
    concerns: ({ documents }) => documents.filter(({ kind, status }) => kind === 'SonataFlow' && Number(asObject(status).flowCRC ?? 0) > LARGEST_CHECKSUM)
      .map(({ metadata }): Subject => {
        const { name, namespace } = asObject(metadata);
        return { kind: 'SonataFlow', namespace: asText(namespace, 'default'), name: asText(name) };
      }),
    source: 'both operators run; operator source',
    certainty: 'source',
    actions: [{
      phase: 'O1',
      role: 'cluster admin',
      title: 'Take the checksum of the flow out of the status, with the old operator stopped',
      commands: (subjects) => forEach(subjects,
        'kubectl patch sonataflow "$W" -n "$N" --subresource status --type json -p \'[{"op":"remove","path":"/status/flowCRC"}]\''),
      why: 'The new operator reads it as a smaller number, cannot read the object at all, and does nothing for it. Deleting and applying the workflow helps, too.',
    }],
  },
  {
    id: 'UA-OP',
    hop: continued,
    concerns: () => CLUSTER,
    source: 'the manifests of both operators; operator source',
    certainty: 'derived',
    actions: [{
      phase: 'O0',
      role: 'cluster admin',
      title: 'Stop the old operator',
      commands: () => ['kubectl scale deployment sonataflow-operator-controller-manager -n sonataflow-operator-system --replicas 0'],
      why: 'Two operators on the same custom resources undo each other\'s work.',
      downtime: 'the operator, until the new one runs; meanwhile no workflow can be deleted',
    }, {
      phase: 'O2',
      role: 'cluster admin',
      title: 'Apply the CRDs and the manifests of the new operator',
      commands: () => ['kubectl apply --server-side -f CRDS', 'kubectl apply -f OPERATOR'],
      why: 'They have names and a namespace of their own. Look at the images in them: some say docker.io/apache and the tag main, others quay.io/kubesmarts.',
    }, SERVICES_READY],
  },
  {
    id: 'UA-LABEL',
    hop: continued,
    concerns: (scene) => {
      const concerned = scaledOrBudgeted(scene);
      return concerned.length === 0 ? CLUSTER : concerned;
    },
    source: 'operator source: the version label',
    certainty: 'source',
    actions: [{
      phase: 'A7',
      role: 'workflow team',
      weight: (scene) => scaledOrBudgeted(scene).length === 0 ? 'remark' : 'step',
      title: 'Deploy workflows with a PodDisruptionBudget or an autoscaler anew',
      why: 'The version label goes from 10.1.0 to main, or to the tag that the operator was built with; pods that stay keep the old one, and are not found.',
    }],
  },
  {
    id: 'UA-IMAGE',
    hop: continued,
    concerns: ({ workflows }) => workflows.filter(({ profile }) => profile !== WorkflowProfile.DEV)
      .map((workflow) => workflowSubject(workflow, workflow.profile)),
    source: 'the builder images of both operators',
    certainty: 'derived',
    actions: [{
      phase: 'B4',
      role: 'workflow team',
      title: 'Build the images of gitops workflows anew, and delete the workflows',
      commands: (subjects, { hop: { to } }) => [`# FROM ${to.builder}, under a new tag`, ...deleteWorkflows(subjects)],
      why: 'The builder has another runtime. Workflows of the profile preview are built by the operator when they are applied again.',
      downtime: 'the workflows, until they are applied again, built and have started',
      loss: lostInstances,
      backup: databasesOf,
    }, {
      phase: 'A4',
      role: 'workflow team',
      title: 'Apply the workflows again',
      commands: applyWorkflows,
      why: 'Their objects are made anew, with the labels of the new operator.',
    }],
  },
];

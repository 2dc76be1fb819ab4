import { JsonObject } from '../../json/json';
import { asObject, asText } from '../../json/lenient';
import { budgetOf, serviceBudgetOf } from '../../model/disruption-budget';
import { ClusterObject } from '../../model/landscape';
import { PlatformModel } from '../../model/platform';
import { WorkflowProfile } from '../../values/workflow-profile';
import { forEach } from '../commands';
import { serviceSubject } from '../parts';
import { beginsAt, crosses, Hop } from '../releases';
import { jobName, migratingPlatforms, objectSubject, platformSubject, Scene, servicesOf, Subject, workflowSubject } from '../scene';
import { UpgradeStep } from '../step';

/** The continued line of the Apache operator has these changes, too. */
const to138OrContinued = (hop: Hop) => crosses(hop, 'osl-1.38.0', '1.x');
const LONGEST_LABEL = 63;

/** What the hops to 1.38 need, and the later ones for what came with it. */
export const STEPS_TO_1_38: readonly UpgradeStep[] = [
  {
    id: 'U38-JOB',
    hop: (hop) => crosses(hop, 'osl-1.38.0', 'osl-1.39', '1.x'),
    concerns: (scene) => migratingPlatforms(scene).map((platform) => ({ kind: 'Job', namespace: platform.namespace, name: newJobName(scene, platform) })),
    source: 'upgrade guide 1.37.2 to 1.38.0; operator source',
    certainty: 'guide',
    actions: [{
      phase: 'A1',
      role: 'cluster admin',
      title: 'Wait for the migration Job of the new operator',
      commands: (subjects) => forEach(subjects, 'kubectl wait job "$W" -n "$N" --for=condition=Complete --timeout=10m && kubectl logs job/"$W" -n "$N"'),
      why: 'Its name is one of its version, so it runs by itself. If it fails, the services stay away until it is deleted. The old Job may be deleted.',
      downtime: 'both services, for as long as it runs: their Deployments are deleted before it and made anew after it',
      loss: () => 'annotations and foreign fields of the two Deployments',
    }],
  },
  {
    id: 'U38-JOB-1381',
    hop: ({ from, to }) => from.name === 'osl-1.38.0' && to.name === 'osl-1.38.1',
    concerns: (scene) => migratingPlatforms(scene).map((platform) => platformSubject(platform)),
    source: 'upgrade guide 1.38.0 to 1.38.1, which names no new Job',
    certainty: 'doubtful',
    actions: [{
      phase: 'A1',
      role: 'cluster admin',
      title: 'Compare the version label of the migration Job with the new version',
      commands: (subjects) => forEach(subjects, 'kubectl get jobs -n "$N" -l app="$W" -L app.kubernetes.io/version'),
      why: 'If no new Job came, none was meant: the label stayed 1.38.0.',
    }],
  },
  {
    id: 'U38-JOBNAME',
    hop: to138OrContinued,
    concerns: (scene) => migratingPlatforms(scene).filter((platform) => `${platform.name}-${newJobName(scene, platform)}`.length > LONGEST_LABEL)
      .map((platform) => platformSubject(platform)),
    source: 'operator source; the API server\'s limit for labels',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'cluster admin',
      title: 'Choose dbMigrationStrategy: service, or a shorter name of the platform',
      why: `A label of the new Job would be longer than ${LONGEST_LABEL} characters, and the API server refuses the Job. Another name means other schemas and URLs.`,
    }],
  },
  {
    id: 'U38-REPLICAS',
    hop: to138OrContinued,
    concerns: ({ workflows }) => workflows.filter(({ profile, podTemplate }) => profile !== WorkflowProfile.DEV && podTemplate.replicas === undefined)
      .map((workflow) => workflowSubject(workflow)),
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'A4',
      role: 'workflow team',
      weight: 'optional',
      title: 'Write podTemplate.replicas: 1 into the files',
      why: 'The operator writes it into the custom resources: so file and cluster stay equal.',
    }],
  },
  {
    id: 'U38-HPA',
    hop: to138OrContinued,
    concerns: (scene) => autoscalersOf(scene).flatMap(({ object, kind, namespace, name }): Subject[] => {
      if (kind !== 'Deployment') return [];
      if (scene.workflows.some((workflow) => workflow.name === name && workflow.namespace === namespace)) {
        return [objectSubject(object, `to scaleTargetRef sonataflow.org/v1alpha08, SonataFlow, ${name}`)];
      }
      const found = servicesOf(scene).find(({ service }) => service.name === name && service.namespace === namespace);
      if (!found) return [];
      return [objectSubject(object, found.service.kind === 'jobsService' ? 'to be removed: the Jobs Service has one pod' : 'stays as it is: the operator lets it scale')];
    }),
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'workflow team',
      title: 'Change the targets of HorizontalPodAutoscalers',
      why: 'Only a SonataFlow and the Deployment of the Data Index may be scaled; on others the operator resets the replicas, as before.',
    }],
  },
  {
    id: 'U38-HPA-SEL',
    hop: (hop) => crosses(hop, 'osl-1.38.0') || beginsAt(hop, 'osl-1.38.0'),
    concerns: (scene) => autoscalersOf(scene).filter(({ kind, namespace, name }) => kind === 'SonataFlow'
      && scene.workflows.some((workflow) => workflow.name === name && workflow.namespace === namespace))
      .map(({ namespace, name, object }) => ({ kind: 'SonataFlow', namespace, name, note: `target of ${object.metadata.name}` })),
    source: 'operator source: status.selector is written once',
    certainty: 'derived',
    actions: [{
      phase: 'A7',
      role: 'workflow team',
      title: 'Deploy these workflows anew, or have their selector written again',
      commands: (subjects) => forEach(subjects,
        'kubectl patch sonataflow "$W" -n "$N" --subresource status --type json -p \'[{"op":"remove","path":"/status/selector"}]\''),
      why: 'The selector has the version of the operator in it: the autoscaler of a workflow that stays finds no pods.',
    }],
  },
  {
    id: 'U38-PDB-OWN',
    hop: to138OrContinued,
    concerns: foreignBudgets,
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'workflow team',
      title: 'Rename these PodDisruptionBudgets, or move their values to podTemplate.podDisruptionBudget',
      why: 'The operator deletes any PodDisruptionBudget of this name where its own field does not ask for one.',
    }],
  },
  {
    id: 'U38-PDB-SEL',
    hop: (hop) => beginsAt(hop, 'osl-1.38.0'),
    concerns: ({ workflows }) => workflows.filter(({ podTemplate }) => podTemplate.podDisruptionBudget).map((workflow) => workflowSubject(workflow)),
    source: 'operator source: the selector of the PodDisruptionBudget has the current version in it',
    certainty: 'derived',
    actions: [{
      phase: 'A7',
      role: 'workflow team',
      title: 'Deploy workflows with a PodDisruptionBudget anew',
      why: 'The pods of one that stays have the old label, and the budget matches none of them.',
    }],
  },
  {
    id: 'U38-SINK',
    hop: to138OrContinued,
    concerns: (scene) => scene.landscape.facts.knative ? [] : servicesOf(scene, ['jobsService']).filter(({ service }) => service.sink)
      .map((found) => serviceSubject(found)),
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'cluster admin',
      title: 'Install Knative Eventing, or take the sink and the broker away',
      why: 'So far only the Deployment of the Jobs Service was left out; from now on its Service is, too.',
    }],
  },
];

/** What the hop to 1.39 needs, as far as it can be told before that release. */
export const STEPS_TO_1_39: readonly UpgradeStep[] = [
  {
    id: 'U39-SCHEMA',
    hop: (hop) => crosses(hop, 'osl-1.39'),
    concerns: ({ workflows, documents }) => workflows.filter(({ database, resource, name, namespace }) => {
      const own = resource.spec.persistence?.postgresql;
      const isDefault = database?.databaseSchema !== undefined && !own?.serviceRef?.databaseSchema;
      return isDefault && writtenId(documents, namespace, name) !== name;
    }).map((workflow) => workflowSubject(workflow, `schema ${workflow.database?.databaseSchema ?? ''}`)),
    source: 'operator source of the unreleased 1.39',
    certainty: 'doubtful',
    actions: [{
      phase: 'B',
      role: 'workflow team',
      title: 'Write the schema into spec.persistence.postgresql.serviceRef.databaseSchema',
      why: 'The default becomes the id of the workflow: a new and empty schema, and the old instances are out of sight. Under a platform\'s persistence it needs a '
        + 'block of the workflow\'s own.',
    }],
  },
  {
    id: 'U39-CRC',
    hop: (hop) => crosses(hop, 'osl-1.39'),
    concerns: ({ workflows }) => workflows.filter(({ profile }) => profile === WorkflowProfile.PREVIEW).map((workflow) => workflowSubject(workflow)),
    source: 'operator source of the unreleased 1.39',
    certainty: 'doubtful',
    actions: [{
      phase: 'A5',
      role: 'workflow team',
      weight: 'remark',
      title: 'Know that the checksum of a flow is kept in another type',
      why: 'A negative one, which only the continued Apache line leaves, means one build more.',
    }],
  },
  {
    id: 'U39-LABELS',
    hop: (hop) => crosses(hop, 'osl-1.39'),
    concerns: ({ platforms }) => platforms.filter(({ dataIndex, jobsService }) => dataIndex ?? jobsService)
      .map((platform) => platformSubject(platform)),
    source: 'the CRDs of 1.38 and 1.39, compared',
    certainty: 'doubtful',
    actions: [{
      phase: 'A9',
      role: 'cluster admin',
      weight: 'optional',
      title: 'Give labels to the pods of services by podTemplate.metadata.labels',
      why: 'The field is new: older CRDs refuse it.',
    }],
  },
];

/** The version that is in the source of the release that cannot be rendered. */
const VERSION_1_39 = '1.39.0';

function newJobName({ next, hop: { to } }: Scene, platform: PlatformModel): string {
  return to.operator === undefined ? jobName({ ...next, operator: { ...next.operator, tag: VERSION_1_39 } }, platform) : jobName(next, platform);
}

/** The id of a flow, which the CRD drops. */
function writtenId(documents: readonly JsonObject[], namespace: string, name: string): string {
  const written = documents.find(({ kind, metadata }) => {
    const { name: own, namespace: place = 'default' } = asObject(metadata);
    return kind === 'SonataFlow' && own === name && place === namespace;
  });
  return asText(asObject(asObject(written?.spec).flow).id, name);
}

interface Autoscaler extends Subject {
  readonly object: ClusterObject;
}

/** Autoscalers by their targets. */
function autoscalersOf({ objects }: Scene): Autoscaler[] {
  return objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler').map((object) => {
    const { kind, name } = asObject(asObject(object.spec).scaleTargetRef);
    return { object, kind: asText(kind), namespace: object.metadata.namespace, name: asText(name) };
  });
}

export function scaledOrBudgeted(scene: Scene): Subject[] {
  const scaled = new Set(autoscalersOf(scene).map(({ namespace, name }) => `${namespace}/${name}`));
  return scene.nextWorkflows.filter(({ name, namespace, podTemplate }) => podTemplate.podDisruptionBudget || scaled.has(`${namespace}/${name}`))
    .map((workflow) => workflowSubject(workflow));
}

/** Budgets that somebody else made under a name that the operator takes for its own. */
function foreignBudgets(scene: Scene): Subject[] {
  const wanted = new Set([
    ...scene.nextWorkflows.filter(({ deploymentModel, profile }) => deploymentModel === 'kubernetes' && profile !== WorkflowProfile.DEV)
      .filter((workflow) => !budgetOf(scene.next, workflow)),
    ...servicesOf({ platforms: scene.nextPlatforms }, ['dataIndex']).map(({ service }) => service).filter((service) => !serviceBudgetOf(scene.next, service, service.replicas)),
  ].map(({ name, namespace }) => `${namespace}/${name}`));
  return scene.objects.filter(({ kind, metadata }) => kind === 'PodDisruptionBudget' && wanted.has(`${metadata.namespace}/${metadata.name}`))
    .map((object) => objectSubject(object));
}

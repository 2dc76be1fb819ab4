import { shellWord } from '../../findings/words';
import { asList, asObject } from '../../json/lenient';
import { brokerState } from '../../model/broker';
import { SERVICE_KINDS } from '../../model/service';
import { WorkflowProfile } from '../../values/workflow-profile';
import { OPERATOR_NAMESPACE, SERVICES_READY } from '../parts';
import { crosses, Hop } from '../releases';
import { CLUSTER, ofProfile, Scene, servicesOf, Subject, workflowSubject } from '../scene';
import { UpgradeStep } from '../step';

const to136 = (hop: Hop) => crosses(hop, 'osl-1.36');
const REMOVED_FIELD = 'migrateDBOnStartUp';

/** What the hop to 1.36 needs. */
export const STEPS_TO_1_36: readonly UpgradeStep[] = [
  {
    id: 'U36-FIELD',
    hop: to136,
    concerns: ({ documents }) => documents.filter(saysRemovedField).map(({ kind, metadata }): Subject => {
      const { name, namespace } = asObject(metadata);
      return { kind: String(kind), namespace: String(namespace ?? 'default'), name: String(name) };
    }),
    source: 'the CRDs of 1.35 and 1.36, compared; operator source of 1.35, which ignores the field',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'workflow team',
      title: `Take ${REMOVED_FIELD} out of the files, and write dbMigrationStrategy: service, job or none`,
      why: 'The CRD has the field no longer: kubectl apply refuses the file, the API server drops the field. In 1.35 the services migrated at each start, whatever it '
        + 'said; that is the strategy service.',
    }],
  },
  {
    id: 'U36-EVENTREF',
    hop: to136,
    concerns: ({ workflows }) => workflows.filter(({ resource }) => hasOneWayEvents(resource.spec.flow)).map((workflow) => workflowSubject(workflow)),
    source: 'the CRDs of 1.35 and 1.37, compared',
    certainty: 'source',
    actions: [{
      phase: 'B',
      role: 'workflow team',
      weight: 'remark',
      title: 'Know that an eventRef needs no resultEventRef from now on, by 1.37 at the latest',
      why: 'The files could not be applied to a cluster with 1.35 any more.',
    }],
  },
  {
    id: 'U36-TRIGGER',
    hop: to136,
    concerns: (scene) => brokersOfDataIndex(scene),
    source: 'upgrade guide 1.35.0 to 1.36.0; operator source: annotations of a Trigger that is there are not renewed',
    certainty: 'guide',
    actions: [{
      phase: 'A1',
      role: 'cluster admin',
      title: 'Delete the Triggers of process definitions at Kafka brokers',
      commands: (subjects) => [...new Set(subjects.map(({ namespace }) => namespace))].map((namespace) => (
        `kubectl get triggers -n ${shellWord(namespace)} -o name | grep /data-index-process-definition- | xargs kubectl delete -n ${shellWord(namespace)}`
      )),
      why: 'Definitions have to arrive in order, which an annotation says that is written only when the Trigger is made. The operator makes it anew.',
    }],
  },
  {
    id: 'U36-OP',
    hop: to136,
    concerns: () => CLUSTER,
    source: 'upgrade guide 1.35.0 to 1.36.0',
    certainty: 'guide',
    actions: [{
      phase: 'O2',
      role: 'cluster admin',
      title: 'Change the selector of the operator\'s own Deployment, and upgrade the operator',
      commands: () => [
        `kubectl edit csv logic-operator-rhel8.v1.35.0 -n ${OPERATOR_NAMESPACE}`,
        '# in the first deployment: its label, spec.selector.matchLabels and the labels of the template to app.kubernetes.io/name: sonataflow-operator',
        `kubectl delete deployment logic-operator-rhel8-controller-manager -n ${OPERATOR_NAMESPACE}`,
        `kubectl patch installplan NAME -n ${OPERATOR_NAMESPACE} --type merge -p '{"spec":{"approved":true}}'`,
        `kubectl wait csv logic-operator-rhel8.v1.36.0 -n ${OPERATOR_NAMESPACE} --for=jsonpath='{.status.phase}'=Succeeded --timeout=15m`,
      ],
      why: 'The new version selects the operator\'s pods by another label, and a selector cannot be changed.',
      downtime: 'the operator; meanwhile no workflow can be deleted',
    }, SERVICES_READY],
  },
  {
    id: 'U36-FINALIZER',
    hop: to136,
    concerns: ({ workflows }) => workflows.filter(({ profile }) => profile !== WorkflowProfile.DEV).map((workflow) => workflowSubject(workflow)),
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'A4',
      role: 'workflow team',
      weight: 'remark',
      title: 'Know that workflows get the finalizer workflow-deletion and the annotation of their profile',
      why: 'Differences of a GitOps tool should leave both out. From now on a workflow can only be deleted while an operator runs.',
    }],
  },
  {
    id: 'U36-DEVCORS',
    hop: to136,
    concerns: (scene) => scene.landscape.facts.openshift ? ofProfile(scene, WorkflowProfile.DEV).map((workflow) => workflowSubject(workflow)) : [],
    source: 'operator source',
    certainty: 'source',
    actions: [{
      phase: 'A6',
      role: 'workflow team',
      weight: 'remark',
      title: 'Know that quarkus.http.cors gives way to quarkus.dev-ui.hosts',
      why: 'The workflows are applied again, and get the new property with that.',
    }],
  },
  {
    id: 'U36-EXT',
    hop: to136,
    concerns: (scene) => ofProfile(scene, WorkflowProfile.PREVIEW).filter(({ database }) => database).map((workflow) => workflowSubject(workflow)),
    source: 'operator source: a SonataFlowBuild is made once',
    certainty: 'source',
    actions: [{
      phase: 'B3',
      role: 'workflow team',
      weight: 'remark',
      title: 'Know that the extensions for PostgreSQL are built in without versions from now on',
      why: 'A SonataFlowBuild that stayed would ask for those of 1.35: the workflows have to be deleted for that reason, too.',
    }],
  },
];

function saysRemovedField({ kind, spec }: Scene['documents'][number]): boolean {
  const { persistence, services } = asObject(spec);
  const places = kind === 'SonataFlow' ? [persistence] : Object.values(SERVICE_KINDS).map(({ field }) => asObject(asObject(services)[field]).persistence);
  return places.some((place) => Object.hasOwn(asObject(place), REMOVED_FIELD));
}

function hasOneWayEvents(value: unknown): boolean {
  if (Array.isArray(value)) return asList(value).some(hasOneWayEvents);
  const fields = asObject(value);
  const { eventRef } = fields;
  return (eventRef !== undefined && asObject(eventRef).resultEventRef === undefined) || Object.values(fields).some((child) => typeof child === 'object' && hasOneWayEvents(child));
}

/** Brokers of the Data Index that are Kafka's, or may be. */
function brokersOfDataIndex(scene: Scene): Subject[] {
  return servicesOf(scene, ['dataIndex']).flatMap(({ platform, service }): Subject[] => {
    const ref = service.source?.ref;
    if (!ref) return [];
    const namespace = ref.namespace || platform.namespace;
    const { brokerClass } = brokerState(scene.landscape, namespace, ref.name);
    if (brokerClass.includes('Kafka')) return [{ kind: 'Broker', namespace, name: ref.name }];
    return brokerClass === '' ? [{ kind: 'Broker', namespace, name: ref.name, note: 'if it is one of Kafka, which the input does not say' }] : [];
  });
}

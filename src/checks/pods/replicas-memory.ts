import { quote } from '../../findings/words';
import { FieldPath } from '../../json/field-path';
import { asObject } from '../../json/lenient';
import { autoscalersNaming } from '../../model/autoscaler';
import { Landscape } from '../../model/landscape';
import { WorkflowModel } from '../../model/workflow';
import { setsProperty } from '../../properties/set-properties';
import { WorkflowProfile } from '../../values/workflow-profile';
import { waitingState } from '../../workflow-definition/flow/waiting';
import { Check, WorkflowSubject } from '../check';

const OTHER_PERSISTENCE = 'kogito.persistence.type';

/** A waiting instance lives in the memory of one pod, and what it waits for reaches any of them. Knative has its own replicas. */
export const replicasMemory: Check<WorkflowSubject> = {
  rule: 'SF-REPLICAS-MEMORY',
  check: ({ landscape, workflow, resource: { spec: { flow } } }) => {
    const { profile, database, deploymentModel } = workflow;
    if (profile === WorkflowProfile.DEV || database || deploymentModel === 'knative') return [];
    const several = manyPods(landscape, workflow);
    const waiting = several && waitingState(flow);
    if (!several || !waiting || setsProperty(workflow, OTHER_PERSISTENCE)) return [];
    return [{
      path: several.path,
      given: `${several.words}, and no database for a workflow that waits (${waiting.what} of ${waiting.name === '' ? 'the flow' : quote(waiting.name)})`,
      allowed: 'one pod, or a database: what is waited for reaches any pod, and the instance is in the memory of one',
      fix: 'give it persistence, or one replica',
    }];
  },
};

interface ManyPods {
  readonly words: string;
  readonly path: FieldPath;
}

function manyPods(landscape: Landscape, { name, namespace, replicas }: WorkflowModel): ManyPods | undefined {
  if (replicas > 1) return { words: `${replicas} replicas`, path: ['spec', 'podTemplate', 'replicas'] };
  const autoscaler = ['Deployment', 'SonataFlow'].flatMap((kind) => autoscalersNaming(landscape, { kind, name, namespace }))
    .find(({ spec }) => Number(asObject(spec).maxReplicas) > 1);
  return autoscaler && { words: `the HorizontalPodAutoscaler ${quote(autoscaler.metadata.name)}`, path: ['spec', 'podTemplate'] };
}

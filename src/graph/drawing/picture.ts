import { LocatedFinding } from '../../findings/place';
import { WorkflowResource } from '../../model/resource';
import { fold } from '../folding';
import { Graph } from '../graph';
import { isLarge, MOST_WORKFLOWS, overview } from '../overview';
import { workflowGraph } from '../workflow-graph';

/** What is drawn. */
export interface Picture {
  readonly title: string;
  /** What is in the picture. */
  readonly graph: Graph;
  /** With what was left out of the picture. */
  readonly whole: Graph;
  /** What to tell whoever looks at it. */
  readonly notes: readonly string[];
}

/** The picture of a wiring: of its namespaces where it is large and nobody selected, else with what repeats itself folded. */
export function landscapePicture(whole: Graph, isSelected: boolean): Picture {
  const title = 'SonataFlow wiring';
  if (isLarge(whole) && !isSelected) {
    const note = `more than ${MOST_WORKFLOWS} workflows: the namespaces are drawn; select with --namespace, --event or --workflow`;
    return { title, graph: overview(whole), whole, notes: [note] };
  }
  return { title, whole, ...fold(whole) };
}

/** The picture of the states of a workflow. */
export function workflowPicture({ metadata: { name, namespace }, spec: { flow } }: WorkflowResource, findings: readonly LocatedFinding[]): Picture {
  const graph = workflowGraph({ flow, findings });
  return { title: `SonataFlow ${namespace === '' ? name : `${namespace}/${name}`}`, graph, whole: graph, notes: [] };
}

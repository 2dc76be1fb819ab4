import { countOfWeight } from '../../findings/bounded';
import { Severity } from '../../findings/finding';
import { plural } from '../../findings/words';
import { EDGE_WORDS, GraphEdge, GraphNode, KIND_WORDS } from '../graph';

/** Such as `1 error, 2 warnings`; nothing of what is only good to know. */
export function findingWords({ findings }: GraphNode): string {
  return [Severity.ERROR, Severity.WARNING].flatMap((severity) => {
    const count = countOfWeight(findings, severity);
    return count === 0 ? [] : [plural(count, severity)];
  }).join(', ');
}

/** How bad it looks: the heaviest finding, or a mark. */
export function weightOf(node: GraphNode): 'error' | 'warning' | undefined {
  if (node.findings.some(({ severity }) => severity === Severity.ERROR)) return 'error';
  return node.marks.length > 0 || node.findings.some(({ severity }) => severity === Severity.WARNING) ? 'warning' : undefined;
}

/** What a node says to whoever cannot see it. */
export function nodeWords(node: GraphNode): string {
  const { kind, name, namespace, marks } = node;
  const place = namespace === undefined || kind === 'namespace' ? '' : ` in ${namespace}`;
  return [`${KIND_WORDS[kind]} ${name}${place}`, ...marks, findingWords(node)].filter((text) => text !== '').join(', ');
}

/** What an edge says: `greet produces order.placed`. */
export function edgeWords({ from, to, kind, label }: GraphEdge, nameOf: ReadonlyMap<string, string>): string {
  return `${nameOf.get(from)} ${EDGE_WORDS[kind]} ${nameOf.get(to)}${label === undefined ? '' : `: ${label}`}`;
}

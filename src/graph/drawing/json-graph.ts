import { pageAddress } from '../../findings/page';
import { printableJson } from '../../findings/printable';
import { Graph } from '../graph';

/** A graph as JSON, for other programs. */
export function jsonGraph({ nodes, edges }: Graph): string {
  return `${printableJson({
    nodes: nodes.map((node) => ({
      ...node,
      findings: node.findings.map(({ rule, severity, where, field, given, allowed, fix }) => (
        { rule, severity, where, field, given, allowed, fix, page: pageAddress(rule) }
      )),
    })),
    edges,
  })}\n`;
}

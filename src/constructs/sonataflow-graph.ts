/* eslint-disable @typescript-eslint/no-require-imports -- only pictures need what lays them out */
import { IConstruct } from 'constructs';
import { landscapeOfApp } from './app/landscape-of';
import { jsonGraph } from '../graph/drawing/json-graph';
import { mermaid } from '../graph/drawing/mermaid';
import { landscapePicture } from '../graph/drawing/picture';
import { Graph } from '../graph/graph';
import { landscapeGraph } from '../graph/landscape-graph';
import { throwIfAny } from '../rules/value-problem';
import { givenProblem } from '../values/given';

/**
 * The wiring of an app: platforms, services, workflows, databases, brokers, event types from who produces them to who consumes them, subflows and
 * called APIs, with what is found about them.
 *
 * @example
 *
 * writeFileSync('wiring.mmd', SonataFlowGraph.of(app).toMermaid());
 */
export class SonataFlowGraph {
  /**
   * The wiring of the whole app that a construct is in, which is taken for one cluster with the operator of its first platform.
   *
   * @param scope an app, or anything in it
   */
  public static of(scope: IConstruct): SonataFlowGraph {
    throwIfAny('SonataFlowGraph.of', [givenProblem('the scope', scope, 'construct')]);
    return new SonataFlowGraph(landscapeGraph(landscapeOfApp(scope)));
  }

  private constructor(private readonly graph: Graph) { }

  /** The picture in the words of Mermaid, as the command `graph` writes it: of more than 60 workflows their namespaces. */
  public toMermaid(): string {
    return mermaid(landscapePicture(this.graph, false).graph);
  }

  /**
   * The picture as SVG, light and dark, for which `@dagrejs/dagre` has to be installed.
   *
   * @throws when it is not
   */
  public toSvg(): string {
    return (require('../graph/drawing/svg') as typeof import('../graph/drawing/svg')).svg(landscapePicture(this.graph, false));
  }

  /** All nodes and edges as JSON. */
  public toJson(): string {
    return jsonGraph(this.graph);
  }
}

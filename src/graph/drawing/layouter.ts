/** Of a layouter what is needed: its own types are not there where it is not installed. */
export interface Layouter {
  readonly Graph: new (options: { readonly directed: boolean; readonly multigraph: boolean; readonly compound: boolean }) => Drawing;
  layout(drawing: Drawing): void;
}

export interface Placed {
  /** The middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLine extends Placed {
  readonly points: ReadonlyArray<{ readonly x: number; readonly y: number }>;
}

export interface Drawing {
  setGraph(options: Readonly<Record<string, string | number>>): void;
  setNode(id: string, size: { readonly width?: number; readonly height?: number }): void;
  setParent(id: string, group: string): void;
  setEdge(from: string, to: string, label: { readonly width: number; readonly height: number; readonly labelpos: string }, name: string): void;
  node(id: string): Placed;
  edge(edge: { readonly v: string; readonly w: string; readonly name: string }): PlacedLine;
}

/**
 * The layouter of whoever calls, else the one beside this library. It is no dependency: jsii takes none that it cannot bundle.
 *
 * @see docs/decisions/layout.md
 */
export function layouter(): Layouter | undefined {
  try {
    return require(require.resolve('@dagrejs/dagre', { paths: [process.cwd(), __dirname] })) as Layouter; // eslint-disable-line @typescript-eslint/no-require-imports
  } catch {
    return undefined;
  }
}

import { Change, ChangeStep, lineName, ObjectChange } from './change';

/** What is at a step of a path, and below it. */
interface Node {
  readonly below: Map<string, Node>;
  /** Something is changed here as a whole. */
  isChanged: boolean;
  /** Lines that are changed here, by their names. */
  readonly lines: Set<string>;
}

/** What changes in an object, made to be asked for each of many places. */
export class Effect {
  private readonly isWhole: boolean;
  private readonly root: Node = newNode();

  constructor({ change, changes }: ObjectChange) {
    this.isWhole = change !== 'changed';
    for (const one of changes) this.add(one);
  }

  /** Whether the place of a change is changed, or something in it, or that in which it is. */
  touches({ path, of, before, after }: Change): boolean {
    if (this.isWhole) return true;
    let node = this.root;
    for (const step of path) {
      if (node.isChanged || node.lines.size > 0) return true;
      const next = node.below.get(keyOf(step));
      if (!next) return false;
      node = next;
    }
    return node.isChanged || node.below.size > 0 || (of === 'line' ? node.lines.has(lineName(after ?? before)) : node.lines.size > 0);
  }

  private add({ path, of, before, after }: Change): void {
    let node = this.root;
    for (const step of path) {
      const key = keyOf(step);
      let next = node.below.get(key);
      if (!next) node.below.set(key, next = newNode());
      node = next;
    }
    if (of === 'line') node.lines.add(lineName(after ?? before));
    else node.isChanged = true;
  }
}

function newNode(): Node {
  return { below: new Map(), isChanged: false, lines: new Set() };
}

function keyOf(step: ChangeStep): string {
  if (typeof step === 'string') return `.${step}`;
  return `[${typeof step === 'number' ? step : step.name}]`;
}

import { noticed, Rendered, together } from './rendered';
import { Finding } from '../../findings/finding';

/** What the operator makes in one go, in its order; where it gives up, the rest is not made. */
export interface Pass extends Rendered {
  readonly stopped: boolean;
}

export interface Step {
  /** Why the step cannot be done. */
  readonly obstacle?: Finding;
  /** The operator goes on behind an obstacle. */
  readonly optional?: boolean;
  make(): Rendered;
}

export function inTurn(steps: readonly Step[]): Pass {
  const parts: Rendered[] = [];
  for (const { obstacle, optional = false, make } of steps) {
    parts.push(obstacle ? noticed(obstacle) : make());
    if (obstacle && !optional) return { ...together(...parts), stopped: true };
  }
  return { ...together(...parts), stopped: false };
}

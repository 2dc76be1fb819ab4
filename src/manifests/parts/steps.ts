import { Manifest } from './manifest';
import { Obstacle, wayThrough } from '../../model/obstacles/obstacle';

/** What is made at each step. */
export type Makers<Step extends string> = Readonly<Record<Step, () => readonly Manifest[]>>;

/** What the operator makes in its order; where it gives up, the rest is not made. */
export function inTurn<Step extends string>(
  order: readonly Step[], obstacles: ReadonlyArray<Obstacle<Step>>, corrected: boolean, makers: Makers<Step>,
): Manifest[] {
  const { steps } = wayThrough(order, obstacles, corrected);
  return order.filter((step) => steps.has(step)).flatMap((step) => makers[step]());
}

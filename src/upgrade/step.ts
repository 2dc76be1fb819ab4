import { Hop } from './releases';
import { Scene, Subject } from './scene';

/** When something is done: before the operator is replaced, at that, and after it; in each in the order of the numbers. */
export type Phase = 'B0' | 'B' | 'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'B6' | 'O0' | 'O1' | 'O2' | 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7' | 'A9';

export const PHASES: readonly Phase[] = [
  'B0', 'B', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'O0', 'O1', 'O2', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A9',
];

export type Role = 'cluster admin' | 'workflow team';

/** How sure it is that a step is needed. */
export type Certainty = 'guide' | 'source' | 'derived' | 'doubtful';

/** Whether something has to be done, may be done, or is to be known. */
export type Weight = 'step' | 'optional' | 'remark';

/** Something that is done at one time. A step may have one before and another one after the operator is replaced. */
export interface Action {
  readonly phase: Phase | ((hop: Hop) => Phase);
  /** @default - always where the step does */
  readonly applies?: (scene: Scene) => boolean;
  readonly role: Role;
  readonly title: string;
  /** @default 'step' */
  readonly weight?: Weight | ((scene: Scene) => Weight);
  /**
   * The lines of a shell.
   * @default - nothing is to be typed
   */
  readonly commands?: (subjects: readonly Subject[], scene: Scene) => readonly string[];
  readonly why: string;
  /** @default - none */
  readonly downtime?: string;
  /** @default - nothing */
  readonly loss?: (subjects: readonly Subject[], scene: Scene) => string | undefined;
  /** @default - nothing */
  readonly backup?: (subjects: readonly Subject[], scene: Scene) => string | undefined;
}

/** A step of an upgrade. It is in a plan where its hop is made and it concerns anything. */
export interface UpgradeStep {
  readonly id: string;
  readonly hop: (hop: Hop) => boolean;
  /** What it concerns; nothing where it does not apply. */
  readonly concerns: (scene: Scene) => readonly Subject[];
  readonly actions: readonly Action[];
  /** Where it is said, or read. */
  readonly source: string;
  readonly certainty: Certainty;
}

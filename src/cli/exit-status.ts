/** How a command ends, for whoever started it. */
export enum ExitStatus {
  OK = 0,
  /** The input is refused. */
  REFUSED = 1,
  /** The command was called wrongly. */
  USAGE = 2,
}

/** How a comparison ends, as `diff` of a shell does. */
export const DIFF_STATUS = { same: ExitStatus.OK, different: ExitStatus.REFUSED, trouble: ExitStatus.USAGE } as const;

/** Where a command writes to. */
export interface Terminal {
  /** Which of the two show colours. */
  readonly coloured: { readonly out: boolean; readonly err: boolean };
  /**
   * What a command is about; it goes when something else is written.
   * @default - nobody looks
   */
  readonly progress?: (text: string) => void;
  out(text: string): void;
  err(text: string): void;
}

/** How long work may take before it is told of, in milliseconds. */
const PATIENCE = 1000;
/** How long one text stays at least, in milliseconds. */
const LEAST = 100;
const CLEAR_LINE = '\r\x1b[2K';

/** The line on a terminal that says what a command is about, once its work takes longer than a second. */
export class Progress {
  private readonly started: number;
  private last = 0;
  private isShown = false;

  constructor(private readonly write: (text: string) => void, private readonly now: () => number = Date.now) {
    this.started = now();
  }

  show(text: string): void {
    const time = this.now();
    if (time - this.started < PATIENCE || time - this.last < LEAST) return;
    this.last = time;
    this.isShown = true;
    this.write(`${CLEAR_LINE}${text}`);
  }

  /** Before anything else is written. */
  clear(): void {
    if (this.isShown) this.write(CLEAR_LINE);
    this.isShown = false;
  }
}

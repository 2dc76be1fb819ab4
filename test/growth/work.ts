import { Session } from 'node:inspector';

/**
 * How much an action does: how often the functions, branches and loops of the code run. It is the same on every machine, whatever else that
 * does. What is built into the engine, such as the search in a text, counts as one.
 */
export class WorkMeter {
  private readonly session = new Session();

  /**
   * Code that has run before is counted less well.
   *
   * @param counted part of the paths of the code that counts
   */
  constructor(private readonly counted: RegExp) {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  work(action: () => void): number {
    this.take();
    action();
    return this.take();
  }

  stop(): void {
    this.session.disconnect();
  }

  /** What has run since it was asked the last time. */
  private take(): number {
    let sum = 0;
    this.session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      for (const { url, functions } of result) {
        if (!this.counted.test(url)) continue;
        for (const { ranges } of functions) for (const { count } of ranges) sum += count;
      }
    });
    return sum;
  }
}

/**
 * How often the work is done that a doubled input has more, in proportion to that of the doubling before: 2 where it grows in proportion, 4 where
 * it grows with the square.
 *
 * What the engine compiles meanwhile is counted less well: a measurement that says too much is done again.
 */
export function growth(work: (size: number) => number, size: number, most: number): number {
  work(size);
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least >= most; attempt++) {
    const [once, twice, fourTimes] = [work(size), work(2 * size), work(4 * size)] as const;
    least = Math.min(least, (fourTimes - twice) / (twice - once));
  }
  return least;
}

import { Finding, Severity } from '../findings/finding';
import { ValueProblem } from '../findings/findings-error';

/** Something to say about one position of a text. */
export interface TextProblem extends ValueProblem {
  /** Where in the text. */
  readonly offset: number;
  /** @default Severity.ERROR */
  readonly severity?: Severity;
}

/** The text of a file, and where its lines begin. */
export class SourceText {
  private lineStarts?: readonly number[];

  constructor(readonly file: string, readonly text: string) {}

  /** `file:line:column`, both from one. */
  place(offset: number): string {
    const starts = this.lineStarts ??= lineStarts(this.text);
    let line = 0;
    for (let end = starts.length; line + 1 < end;) {
      const middle = Math.floor((line + end) / 2);
      if (starts[middle] <= offset) line = middle;
      else end = middle;
    }
    return `${this.file}:${line + 1}:${offset - starts[line] + 1}`;
  }

  finding({ offset, severity = Severity.ERROR, rule, given, allowed, fix }: TextProblem): Finding {
    return { rule, severity, where: this.place(offset), given, allowed, fix };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

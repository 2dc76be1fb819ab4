import { Severity } from '../findings/finding';
import { inFile, LocatedFinding, Location } from '../findings/place';
import { foundAt } from '../rules/found';
import { ValueProblem } from '../rules/value-problem';

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

  /** Line and column count from one. */
  place(offset: number): Location {
    const starts = this.lineStarts ??= lineStarts(this.text);
    let [line, start] = [0, 0];
    for (let end = starts.length; line + 1 < end;) {
      const middle = Math.floor((line + end) / 2);
      const begin = starts[middle];
      if (begin !== undefined && begin <= offset) [line, start] = [middle, begin];
      else end = middle;
    }
    return inFile(this.file, line + 1, offset - start + 1);
  }

  finding({ offset, severity = Severity.ERROR, rule, given, allowed, fix }: TextProblem): LocatedFinding {
    return foundAt(rule, this.place(offset), { severity, given, allowed, fix });
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

import { Failure, failure, isFailure } from '../json/failure';

const START = '${';
const END = '}';
const MAX_DEPTH = 64;
/** A ConfigMap, where all of it ends up, holds no more. */
const MAX_CHARACTERS = 1024 * 1024;
/** How many expressions one value may stand for; beyond, the operator would be at it for ever. */
const MAX_EXPRESSIONS = 100_000;
/** How many characters may be looked at again, where an expression forms another one with what surrounds it. */
const MAX_JOINED = 16 * MAX_CHARACTERS;

/** The same of all values together, each time that one of them is taken. */
const MAX_EXPRESSIONS_IN_ALL = 5 * MAX_EXPRESSIONS;
const MAX_CHARACTERS_IN_ALL = 32 * MAX_CHARACTERS;

/** What a value stands for, and how deep its expressions are nested. */
interface Expanded {
  readonly text: string;
  readonly depth: number;
}

/**
 * Properties whose values may name each other by `${name}`; a name that nobody set is empty.
 *
 * What a name stands for is remembered until one that was asked for gets another value: work grows with the texts, not with the ways
 * through them.
 */
export class ExpandableProperties {
  private readonly values: Map<string, string>;
  private readonly known = new Map<string, Expanded>();
  private readonly asked = new Set<string>();
  private expressions = 0;
  private joined = 0;
  private expressionsInAll = 0;
  private charactersInAll = 0;

  constructor(values: Iterable<readonly [name: string, value: string]> = []) {
    this.values = new Map(values);
  }

  /** The value of a name with each `${name}` replaced; why not, where one is circular, has no end or stands for too much. */
  expanded(name: string): string | Failure {
    const value = this.values.get(name) ?? '';
    if (!value.includes(START)) return value;
    this.expressions = 0;
    this.joined = 0;
    const expanded = this.expandValue(name, [name]);
    return isFailure(expanded) ? expanded : expanded.text;
  }

  /**
   * Takes a value as the operator does: one that cannot be expanded leaves what was there before, but expanded.
   *
   * @returns why it is not taken
   */
  set(name: string, value: string): Failure | undefined {
    const before = this.values.has(name) ? this.expanded(name) : undefined;
    this.put(name, value);
    const expanded = this.expanded(name);
    if (!isFailure(expanded)) return undefined;
    this.put(name, isFailure(before) ? undefined : before);
    return expanded;
  }

  /** The value of a name as it was taken. */
  get(name: string): string | undefined {
    return this.values.get(name);
  }

  private put(name: string, value: string | undefined): void {
    if (value === undefined) this.values.delete(name);
    else this.values.set(name, value);
    if (!this.asked.has(name)) return;
    this.known.clear();
    this.asked.clear();
  }

  private expandValue(name: string, path: readonly string[]): Expanded | Failure {
    const known = this.known.get(name);
    if (known) return path.length + known.depth > MAX_DEPTH ? failure('${…} nested too deeply') : known;
    if (path.length > MAX_DEPTH) return failure('${…} nested too deeply');
    this.asked.add(name);
    const expanded = this.expandText(this.values.get(name) ?? '', path);
    if (!isFailure(expanded)) this.known.set(name, expanded);
    return expanded;
  }

  private expandText(value: string, path: readonly string[]): Expanded | Failure {
    const done = new Pieces();
    let rest = value;
    let from = 0;
    let depth = 0;
    for (let start = rest.indexOf(START); start >= 0; start = rest.indexOf(START, from)) {
      const end = rest.indexOf(END, start);
      if (end < 0) return failure('a "${" without "}"');
      const name = rest.slice(start + START.length, end);
      if (path.includes(name)) return failure(`circular: ${[...path, name].join(' -> ')}`);
      const replacement = this.expandValue(name, [...path, name]);
      if (isFailure(replacement)) return replacement;
      depth = Math.max(depth, replacement.depth + 1);
      done.add(rest.slice(from, start));
      from = end + END.length;
      // What was put in may form another expression with what surrounds it.
      if (`${done.last}${replacement.text}${rest[from] ?? ''}`.includes(START)) {
        rest = done.takeLast() + replacement.text + rest.slice(from);
        from = 0;
        this.joined += rest.length;
      } else {
        done.add(replacement.text);
      }
      if (done.length > MAX_CHARACTERS) return failure(`\${…} for more than ${MAX_CHARACTERS} characters`);
      if (++this.expressions > MAX_EXPRESSIONS || this.joined > MAX_JOINED) return failure('${…} without end');
      if (++this.expressionsInAll > MAX_EXPRESSIONS_IN_ALL || this.charactersInAll > MAX_CHARACTERS_IN_ALL) return failure('${…} for too much in all properties together');
    }
    done.add(rest.slice(from));
    this.charactersInAll += done.length;
    return { text: done.join(), depth };
  }
}

/** A text that grows at its end, whose last character can be seen and taken back. */
class Pieces {
  last = '';
  length = 0;
  private readonly pieces: string[] = [];

  add(piece: string): void {
    if (piece === '') return;
    this.pieces.push(piece);
    this.length += piece.length;
    this.last = piece.slice(-1);
  }

  takeLast(): string {
    const { last } = this;
    const piece = this.pieces.pop();
    if (piece !== undefined) {
      this.length -= piece.length;
      this.last = '';
      if (piece.length > 1) this.add(piece.slice(0, -1));
      else this.last = (this.pieces.at(-1) ?? '').slice(-1);
    }
    return last;
  }

  join(): string {
    return this.pieces.join('');
  }
}

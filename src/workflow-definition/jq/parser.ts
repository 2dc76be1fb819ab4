import { END, KEYWORDS, tokens } from './lexer';
import { Defs, Jq, JqProblem, Path, Pipe } from './syntax';
import { SyntaxProblem, TokenReader } from './token-reader';

/** The engine's own parser runs out of stack somewhere beyond this. */
const DEEPEST = 256;

const OPERATORS: ReadonlySet<string> = new Set([
  '*', '/', '%', '+', '-', '==', '!=', '>', '>=', '<', '<=', 'and', 'or', '//', '=', '|=', '+=', '-=', '*=', '/=', '%=', '//=',
]);

/** The largest integer that its jq reads. */
const LARGEST = 2n ** 63n - 1n;

/** Takes an expression apart as jackson-jq 1.0.0-preview.20240207 does, which has less than jq 1.7: `if` needs `else`, there is no `?//`. */
export function parseJq(source: string): Jq | JqProblem {
  try {
    return new Parser(tokens(source)).start();
  } catch (error) {
    if (error instanceof SyntaxProblem) return error.problem;
    throw error;
  }
}

export function isProblem(parsed: Jq | JqProblem): parsed is JqProblem {
  return 'reason' in parsed;
}

class Parser extends TokenReader {
  private depth = 0;

  public start(): Jq {
    if (this.accept('module')) {
      this.expression();
      this.expect(';');
    }
    while (this.is('import', 'include')) this.import();
    const all = this.expression();
    this.expect(END);
    return all;
  }

  private import(): void {
    const include = this.next().type === 'include';
    const path = this.string();
    if (path.kind === 'string') throw new SyntaxProblem({ offset: path.offset, reason: 'the path of a module has to be a plain text' });
    if (!include) {
      this.expect('as');
      this.accept('$');
      this.expect('name');
    }
    if (!this.is(';')) this.expression();
    this.expect(';');
  }

  /** Steps with `|` between them; without commas where it is the value of a key. */
  private expression(commas = true): Jq {
    const { offset } = this.peek();
    const steps: Array<Pipe['steps'][number]> = [];
    let result: Jq | undefined;
    let labelled = false;
    do {
      result = undefined;
      if (this.accept('label')) {
        this.expect('$');
        this.expect('name');
        labelled = true;
        continue;
      }
      const jq = commas ? this.list() : this.chain();
      if (this.accept('as')) {
        steps.push({ jq, ...this.pattern() });
      } else {
        steps.push({ jq, binds: [], inside: [] });
        result = jq;
      }
    } while (this.accept('|'));
    if (result === undefined) throw this.unexpected('"|" and what is to be done with it');
    return steps.length === 1 && !labelled ? result : { kind: 'pipe', offset, steps };
  }

  private list(): Jq {
    const first = this.chain();
    if (!this.is(',')) return first;
    const parts = [first];
    while (this.accept(',')) parts.push(this.chain());
    return { kind: 'comma', offset: first.offset, parts };
  }

  /** Which operator binds how does not matter for what is looked for. */
  private chain(): Jq {
    const first = this.primary();
    if (!OPERATORS.has(this.peek().type)) return first;
    const parts = [first];
    while (OPERATORS.has(this.peek().type)) {
      this.next();
      parts.push(this.primary());
    }
    return { kind: 'binary', offset: first.offset, parts };
  }

  private primary(): Jq {
    this.depth += 1;
    const { offset } = this.peek();
    if (this.depth > DEEPEST) throw new SyntaxProblem({ offset, reason: `nested more than ${DEEPEST} deep` });
    const defs: Array<Defs['defs'][number]> = [];
    while (this.is('def')) defs.push(this.definition());
    const body = this.term();
    this.depth -= 1;
    return defs.length === 0 ? body : { kind: 'defs', offset, defs, body };
  }

  private definition(): Defs['defs'][number] {
    this.expect('def');
    const name = this.expect('name').text;
    const params: string[] = [];
    if (this.accept('(')) {
      do {
        params.push((this.accept('$') ? '$' : '') + this.expect('name').text);
      } while (this.accept(';'));
      this.expect(')');
    }
    this.expect(':');
    const body = this.expression();
    this.expect(';');
    return { name, params, body };
  }

  private term(): Jq {
    const token = this.peek();
    const { offset, type } = token;
    switch (type) {
      case '.': return this.path({ offset });
      case '-':
        this.next();
        return { kind: 'negate', offset, parts: [this.primary()] };
      case '..':
        this.next();
        return { kind: 'leaf', offset };
      case 'if': return this.condition();
      case 'reduce': case 'foreach': return this.fold();
      case 'try': return this.attempt();
      case 'break':
        this.next();
        this.expect('$');
        this.expect('name');
        return { kind: 'leaf', offset };
      default: return this.path({ offset, head: this.head() });
    }
  }

  private head(): Jq {
    const { offset, type, text } = this.peek();
    switch (type) {
      case 'number':
        this.next();
        if (/^\d+$/.test(text) && BigInt(text) > LARGEST) throw new SyntaxProblem({ offset, reason: `the integer ${text} is too large` });
        return { kind: 'leaf', offset };
      case 'true': case 'false': case 'null':
        this.next();
        return { kind: 'leaf', offset };
      case '"': return this.string();
      case '@':
        this.next();
        this.expect('name');
        return this.is('"') ? this.string(true) : { kind: 'leaf', offset };
      case '$':
        this.next();
        return { kind: 'variable', offset, name: this.qualified() };
      case 'name': return this.call();
      case '(': {
        this.next();
        const inner = this.expression();
        this.expect(')');
        return inner;
      }
      case '[': {
        this.next();
        const parts = this.is(']') ? [] : [this.expression()];
        this.expect(']');
        return { kind: 'array', offset, parts };
      }
      case '{': return this.object();
      default: throw this.unexpected('an expression');
    }
  }

  /** Fields and brackets behind something, and question marks. */
  private path({ offset, head }: Pick<Path, 'offset' | 'head'>): Jq {
    const fields: string[] = [];
    const inside: Jq[] = [];
    const read = { any: false, plain: true };
    const accessor = () => {
      read.any = true;
      read.plain = this.accessor(inside, read.plain ? fields : []) && read.plain;
      while (this.accept('?'));
    };
    if (head === undefined) {
      this.next();
      if (!this.is('field', '"', '@', '[')) {
        while (this.accept('?'));
        return { kind: 'path', offset, fields, inside };
      }
      accessor();
    }
    while (this.is('[', '.')) {
      const isDot = this.accept('.');
      if (isDot && !this.is('field', '"', '@')) throw this.unexpected('a field');
      accessor();
    }
    while (this.accept('?'));
    return head === undefined || read.any ? { kind: 'path', offset, head, fields, inside } : head;
  }

  /** @returns whether it is a plain field */
  private accessor(inside: Jq[], fields: string[]): boolean {
    const { type, text } = this.peek();
    if (type === 'field') {
      this.next();
      fields.push(text);
      return true;
    }
    if (type === '[') {
      this.brackets(inside);
      return false;
    }
    const start = this.position;
    const name = this.string();
    const pieces = this.since(start).slice(1, -1).map((piece) => piece.text);
    if (name.kind !== 'leaf' || pieces.some((piece) => piece.startsWith('\\'))) {
      inside.push(name);
      return false;
    }
    fields.push(pieces.join(''));
    return true;
  }

  private format(): true {
    this.expect('@');
    this.expect('name');
    return true;
  }

  private brackets(inside: Jq[]): void {
    this.expect('[');
    if (this.accept(':')) {
      inside.push(this.expression());
    } else if (!this.is(']')) {
      inside.push(this.expression());
      if (this.accept(':') && !this.is(']')) inside.push(this.expression());
    }
    this.expect(']');
  }

  /** A text; with a format in front of it, or something in `\( )`, it is more than a leaf. */
  private string(formatted = false): Jq {
    const { offset } = this.peek();
    if (!formatted && this.is('@')) return this.string(this.format());
    this.expect('"');
    const parts: Jq[] = [];
    while (!this.is('"')) {
      if (this.accept('text')) continue;
      if (!this.accept('\\(')) throw this.unexpected('"\\"" at the end of the text');
      parts.push(this.expression());
      this.expect(')');
    }
    this.next();
    return parts.length === 0 && !formatted ? { kind: 'leaf', offset } : { kind: 'string', offset, parts };
  }

  private call(): Jq {
    const { offset } = this.peek();
    const name = this.qualified();
    const args: Jq[] = [];
    if (this.accept('(') && !this.accept(')')) {
      do {
        args.push(this.expression());
      } while (this.accept(';'));
      this.expect(')');
    }
    return { kind: 'call', offset, name, args };
  }

  private qualified(): string {
    const { text } = this.expect('name');
    return this.accept('::') ? `${text}::${this.expect('name').text}` : text;
  }

  private object(): Jq {
    const { offset } = this.expect('{');
    const parts: Jq[] = [];
    if (!this.is('}')) {
      do this.field(parts); while (this.accept(','));
    }
    this.expect('}');
    return { kind: 'object', offset, parts };
  }

  private field(parts: Jq[]): void {
    const { offset } = this.peek();
    if (this.accept('$')) {
      parts.push({ kind: 'variable', offset, name: this.word() });
      return;
    }
    if (this.accept('(')) {
      parts.push(this.expression());
      this.expect(')');
      this.expect(':');
      parts.push(this.value());
      return;
    }
    if (this.is('"', '@')) {
      parts.push(this.string());
    } else {
      this.word();
    }
    if (this.accept(':')) parts.push(this.value());
  }

  /** What is in parentheses is the whole value: nothing may follow. */
  private value(): Jq {
    if (!this.accept('(')) return this.expression(false);
    const inner = this.expression();
    this.expect(')');
    return inner;
  }

  private word(): string {
    const token = this.peek();
    if (token.type !== 'name' && !KEYWORDS.has(token.type)) throw this.unexpected('a key');
    return this.next().text;
  }

  private condition(): Jq {
    const { offset } = this.expect('if');
    const parts: Jq[] = [];
    do {
      parts.push(this.expression());
      this.expect('then');
      parts.push(this.expression());
    } while (this.accept('elif'));
    this.expect('else');
    parts.push(this.expression());
    this.expect('end');
    return { kind: 'if', offset, parts };
  }

  private fold(): Jq {
    const { offset, type } = this.next();
    const over = this.primary();
    this.expect('as');
    const { binds, inside } = this.pattern();
    this.expect('(');
    const parts = [over, this.expression()];
    this.expect(';');
    parts.push(this.expression());
    if (type === 'foreach' && this.accept(';')) parts.push(this.expression());
    this.expect(')');
    return { kind: 'fold', offset, parts: [...parts, ...inside], binds };
  }

  private attempt(): Jq {
    const { offset } = this.expect('try');
    const parts = [this.expression()];
    if (this.accept('catch')) parts.push(this.primary());
    return { kind: 'try', offset, parts };
  }

  private pattern(): { binds: string[]; inside: Jq[] } {
    const binds: string[] = [];
    const inside: Jq[] = [];
    this.bind(binds, inside);
    return { binds, inside };
  }

  private bind(binds: string[], inside: Jq[]): void {
    this.depth += 1;
    const { offset } = this.peek();
    if (this.depth > DEEPEST) throw new SyntaxProblem({ offset, reason: `nested more than ${DEEPEST} deep` });
    if (this.accept('[')) {
      do this.bind(binds, inside); while (this.accept(','));
      this.expect(']');
    } else if (this.accept('{')) {
      do this.bindField(binds, inside); while (this.accept(','));
      this.expect('}');
    } else {
      this.expect('$', 'a variable, a list or an object of variables');
      binds.push(this.expect('name').text);
    }
    this.depth -= 1;
  }

  private bindField(binds: string[], inside: Jq[]): void {
    if (this.accept('$')) {
      binds.push(this.word());
      if (this.accept(':')) this.bind(binds, inside);
      return;
    }
    if (this.accept('(')) {
      inside.push(this.expression());
      this.expect(')');
    } else if (this.is('"', '@')) {
      inside.push(this.string());
    } else {
      this.word();
    }
    this.expect(':');
    this.bind(binds, inside);
  }
}

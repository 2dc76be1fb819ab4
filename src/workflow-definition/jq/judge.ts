import { arities, evaluatedArguments, FUNCTION_NAMES } from './functions';
import { isProblem, parseJq } from './parser';
import { Call, Defs, Jq, JqProblem, Path, Pipe, Variable } from './syntax';
import { list, nearestWord } from '../../findings/words';

/** What the engine makes of an expression. */
export interface JqVerdict {
  /** Why the build refuses it, where it looks at it; else it fails when it is evaluated. */
  readonly refused?: JqProblem;
  /** What fails when it is evaluated, though the build takes it. */
  readonly fails: readonly JqProblem[];
  /** The variables that it does not bind itself, with the fields that it reads of them. */
  readonly variables: readonly FreeVariable[];
  /** The fields of the data that it reads, each the way from the data to the field. */
  readonly reads: ReadonlyArray<{ readonly offset: number; readonly fields: readonly string[] }>;
}

export interface FreeVariable extends JqProblem {
  readonly name: string;
  readonly fields: readonly string[];
}

/** Reads an expression, without `${ }` around it, as the build of a workflow does. */
export function judgeJq(source: string): JqVerdict {
  const parsed = parseJq(source);
  const jq = isProblem(parsed) ? interpolated(source) : parsed;
  if (jq === undefined) return { refused: parsed as JqProblem, fails: [], variables: [], reads: [] };
  const shift = isProblem(parsed) ? 1 : 0;
  const survey = new Survey();
  survey.visit(jq, true);
  const at = <T extends { readonly offset: number }>(found: readonly T[]): T[] => found.map((one) => ({ ...one, offset: one.offset - shift }));
  const refused = firstMissing(jq);
  return {
    refused: refused && { ...refused, offset: refused.offset - shift },
    fails: at(survey.fails),
    variables: at(survey.variables),
    reads: at(survey.reads),
  };
}

/** A text without quotes around it is read once more with them, if anything is in `\( )`. */
function interpolated(source: string): Jq | undefined {
  if (source.startsWith('"')) return undefined;
  const parsed = parseJq(`"${source}"`);
  return !isProblem(parsed) && parsed.kind === 'string' ? parsed : undefined;
}

/** A call of a function that is not there, where the build looks. */
function firstMissing(jq: Jq): JqProblem | undefined {
  switch (jq.kind) {
    case 'call': return missing(jq) ?? firstOf(jq.args.filter((_, i) => evaluatedArguments(jq.name, jq.args.length)?.includes(i)), evaluates);
    case 'binary': case 'if': return firstOf(jq.parts.slice(-1), firstMissing);
    case 'path': return firstOf([...jq.head ? [jq.head] : [], ...jq.inside], firstMissing);
    case 'array': case 'try': case 'negate': case 'fold': return firstOf(jq.parts, firstMissing);
    default: return undefined;
  }
}

/** The same in an argument that is evaluated for an empty object. */
function evaluates(jq: Jq): JqProblem | undefined {
  switch (jq.kind) {
    case 'pipe': return firstOf(jq.steps.slice(0, 1).map((step) => step.jq), evaluates);
    case 'comma': case 'object': return firstOf(jq.parts, evaluates);
    case 'if': return firstOf(jq.parts.slice(0, 1), evaluates);
    case 'try': return undefined;
    default: return firstMissing(jq);
  }
}

function firstOf(parts: readonly Jq[], look: typeof firstMissing): JqProblem | undefined {
  for (const part of parts) {
    const found = look(part);
    if (found) return found;
  }
  return undefined;
}

function missing({ name, args, offset }: Call): JqProblem | undefined {
  return evaluatedArguments(name, args.length) ? undefined : { offset, reason: reasonOf(name, args.length) };
}

function reasonOf(name: string, count: number): string {
  const known = arities(name);
  if (known.length > 0) return `the function ${name} does not take ${count} arguments but ${list(known.map(String))}`;
  const near = nearestWord(name, FUNCTION_NAMES);
  return `there is no function ${name}${near ? ` (${near} is one)` : ''}`;
}

/** Names that are bound at the moment; each may be bound several times. */
class Names {
  private readonly counts = new Map<string, number>();

  public has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  public change(names: readonly string[], by: 1 | -1): void {
    for (const name of names) this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }
}

/** Collects what an expression uses. */
class Survey {
  public readonly variables: FreeVariable[] = [];
  public readonly reads: Array<{ offset: number; fields: readonly string[] }> = [];
  private readonly bound = new Names();
  private readonly calls: Call[] = [];
  /** `name/arguments`; a function is known in the whole expression, wherever it is defined. */
  private readonly defined = new Set<string>();

  public get fails(): JqProblem[] {
    return this.calls.filter(({ name, args }) => !this.defined.has(`${name}/${args.length}`)).map(missing).filter((found) => found !== undefined);
  }

  /** @param top whether it sees the data that the expression is given */
  public visit(jq: Jq, top: boolean): void {
    switch (jq.kind) {
      case 'leaf': return;
      case 'variable': return this.variable(jq, []);
      case 'call': return this.call(jq);
      case 'path': return this.path(jq, top);
      case 'pipe': return this.pipe(jq, top);
      case 'fold': {
        const [over, ...rest] = jq.parts;
        if (over) this.visit(over, top);
        return this.within(jq.binds ?? [], () => rest.forEach((part) => this.visit(part, false)));
      }
      case 'defs': return this.defs(jq, top);
      default: jq.parts.forEach((part) => this.visit(part, top));
    }
  }

  private within(variables: readonly string[], visit: () => void): void {
    this.bound.change(variables, 1);
    visit();
    this.bound.change(variables, -1);
  }

  private pipe({ steps }: Pipe, top: boolean): void {
    let sees = top;
    for (const { jq, binds, inside } of steps) {
      this.visit(jq, sees);
      this.bound.change(binds, 1);
      for (const part of inside) this.visit(part, false);
      sees = sees && binds.length > 0;
    }
    for (const { binds } of steps) this.bound.change(binds, -1);
  }

  private defs({ defs, body }: Defs, top: boolean): void {
    for (const { name, params, body: own } of defs) {
      this.defined.add(`${name}/${params.length}`);
      params.forEach((param) => this.defined.add(`${param.replace('$', '')}/0`));
      this.within(params.filter((param) => param.startsWith('$')).map((param) => param.slice(1)), () => this.visit(own, false));
    }
    this.visit(body, top);
  }

  private variable({ name, offset }: Variable, fields: readonly string[]): void {
    if (!this.bound.has(name)) this.variables.push({ name, offset, fields, reason: `nothing binds $${name}` });
  }

  private call(jq: Call): void {
    this.calls.push(jq);
    for (const arg of jq.args) this.visit(arg, false);
  }

  private path({ head, fields, inside, offset }: Path, top: boolean): void {
    if (head?.kind === 'variable') this.variable(head, fields);
    else if (head) this.visit(head, top);
    else if (top && fields.length > 0) this.reads.push({ offset, fields });
    for (const part of inside) this.visit(part, top);
  }
}

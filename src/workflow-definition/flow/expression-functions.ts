import { DeclaredFunction } from './declarations';
import { FlowExpression } from './expressions';
import { firstBy } from '../../json/group-by';

/** What an expression leads to. */
export interface ResolvedExpression {
  readonly source: string;
  /** Where it begins in its text. */
  readonly offset: number;
  /** A name stands for it. */
  readonly isNamed: boolean;
  /** The name that leads nowhere, or in a circle. */
  readonly lost?: string;
}

/** The functions of type expression of a definition, for which `fn:name` stands. */
export class ExpressionFunctions {
  public readonly names: readonly string[];
  private readonly byName: ReadonlyMap<string, DeclaredFunction>;
  private readonly ends = new Map<string, ResolvedExpression>();

  constructor(functions: readonly DeclaredFunction[]) {
    const own = functions.filter(({ type }) => type === 'expression');
    this.names = own.map(({ name }) => name);
    this.byName = firstBy(own, ({ name }) => name);
  }

  /** Whether a name stands for an expression, if not for one that leads back to it. */
  has(name: string): boolean {
    return this.byName.get(name)?.operation !== undefined;
  }

  /** Follows `fn:name` to the expression, where it may stand for one. */
  resolved({ text, names }: Pick<FlowExpression, 'text' | 'names'>): ResolvedExpression {
    const { source, offset } = unwrapped(text);
    const name = names ? namedFunction(source) : undefined;
    if (name === undefined) return { source, offset, isNamed: false };
    return this.has(name) ? this.endOf(name) : { source, offset, isNamed: false, lost: name };
  }

  private endOf(first: string): ResolvedExpression {
    const way = new Set<string>();
    let name = first;
    let end = this.ends.get(name);
    while (!end) {
      way.add(name);
      const { source, offset } = unwrapped(this.byName.get(name)?.operation ?? '');
      const next = namedFunction(source);
      if (next === undefined) end = { source, offset, isNamed: true };
      else if (!this.has(next)) end = { source, offset, isNamed: true, lost: next };
      else if (way.has(next)) return this.inCircle(way, next);
      else end = this.ends.get(name = next);
    }
    for (const passed of way) this.ends.set(passed, end);
    return end;
  }

  /** Whoever is in the circle comes back to where they began, and all others to where they come into it. */
  private inCircle(way: ReadonlySet<string>, entry: string): ResolvedExpression {
    const names = [...way];
    const begin = names.indexOf(entry);
    names.forEach((name, i) => {
      const back = i < begin ? entry : name;
      this.ends.set(name, { source: `fn:${back}`, offset: 0, isNamed: true, lost: back });
    });
    return { source: `fn:${entry}`, offset: 0, isNamed: true, lost: entry };
  }
}

/** What is in `${ }` or `{{ }}`, which need not be closed, and where it begins. */
export function unwrapped(text: string): { readonly source: string; readonly offset: number } {
  const trimmed = text.trim();
  let offset = text.length - text.trimStart().length;
  let source = trimmed;
  for (const [opening, closing] of [['${', '}'], ['{{', '}}']] as const) {
    if (!trimmed.startsWith(opening)) continue;
    source = trimmed.slice(opening.length);
    offset += opening.length;
    if (source.endsWith(closing)) source = source.slice(0, -closing.length);
    offset += source.length - source.trimStart().length;
    return { source: source.trim(), offset };
  }
  return { source, offset };
}

/** The name of the function that an expression stands for. */
function namedFunction(source: string): string | undefined {
  return source.startsWith('fn:') ? source.slice(3) : undefined;
}

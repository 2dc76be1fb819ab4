import { isDeepStrictEqual } from 'node:util';
import { Expression, literal, name } from './expression';
import { camelCase, pascalCase, UniqueNames, variableNames } from './words';

/** An argument of a function that several charts share. */
export interface Parameter {
  readonly name: string;
  /** In the words of TypeScript. */
  readonly type: string;
  /** By the chart; nothing where it is left out. */
  readonly values: ReadonlyArray<Expression | undefined>;
  /** Whether it only says that something is there. */
  readonly isFlag: boolean;
}

/** An argument before it is known which others there are. */
interface Wish extends Parameter {
  /** What it is called if no other one is called so. */
  readonly hint: string;
  /** The constructs that it is for. */
  readonly owners: Set<string>;
}

/** Charts that are too different for one function. */
export class NotShared extends Error { }

/** What stands in paths for the word of a cluster. */
export const ENVIRONMENT = 'environment';
/** Such as `LOG_LEVEL`, of which the letters say nothing about words. */
const SCREAMING = /^[A-Z0-9_]+$/;

/** The arguments of a function as they come up. */
export class Parameters {
  private readonly wishes: Wish[] = [];
  private readonly names: UniqueNames = variableNames();
  /** The classes of constructs by their ids. */
  private readonly classes = new Map<string, string>();

  /** Keeps a name for something else. */
  keep(variable: string): void {
    this.names.name(variable);
  }

  /** Says of which class a construct is. */
  owner(id: string, type: string): void {
    this.classes.set(id, type);
  }

  wish(hint: string, owner: string, values: ReadonlyArray<Expression | undefined>): Expression {
    const type = commonType(values.filter((value) => value !== undefined));
    const wish = camelCase(SCREAMING.test(hint) ? hint.toLowerCase() : hint);
    // That a number is the same says little about different things.
    const isOfItsOwn = type === 'number' || type === 'boolean';
    const isOfClass = (other: string) => this.classes.get(other) === this.classes.get(owner);
    const known = this.wishes.find((one) => one.type === type && one.hint === wish && isDeepStrictEqual(one.values, values)
      && (!isOfItsOwn || [...one.owners].every(isOfClass)));
    if (known) {
      known.owners.add(owner);
      return name(known.name);
    }
    const before = `argument ${this.wishes.length}`;
    this.wishes.push({ name: before, hint: wish, owners: new Set([owner]), type, values, isFlag: false });
    return name(before);
  }

  /** Something is there in some charts only. */
  flag(values: readonly unknown[], wish: string): string {
    const flags = values.map((value) => value === undefined ? undefined : literal(true));
    const known = this.wishes.find((one) => one.isFlag && isDeepStrictEqual(one.values, flags));
    if (known) return known.name;
    const chosen = this.names.name(`with${pascalCase(wish)}`);
    this.wishes.push({ name: chosen, hint: chosen, owners: new Set(), type: 'boolean', values: flags, isFlag: true });
    return chosen;
  }

  /** By what they were called until now: where several want one name, each is called after its construct too. */
  named(): Map<string, Parameter> {
    return new Map(this.wishes.map(({ name: before, hint, owners, type, values, isFlag }) => {
      const [owner = '', ...others] = owners;
      const isContested = this.wishes.filter((wish) => wish.hint === hint).length > 1;
      const own = owner === '' || others.length > 0 || hint.startsWith(camelCase(owner)) ? hint : camelCase(owner) + pascalCase(hint);
      return [before, { name: isFlag ? before : this.names.name(isContested ? own : hint, 'Value'), type, values, isFlag }];
    }));
  }
}

function commonType(values: readonly Expression[]): string {
  const types = new Set(values.map(typeOf));
  const [type, ...others] = types;
  if (type === undefined || others.length > 0) throw new NotShared();
  return type;
}

function typeOf(value: Expression): string {
  switch (value.kind) {
    case 'literal':
      if (value.value === null) throw new NotShared();
      return typeof value.value;
    case 'list': return value.items.length === 0 ? 'string[]' : `${commonType(value.items)}[]`;
    case 'mapping': return `Record<string, ${value.entries.length === 0 ? 'string' : commonType(value.entries.map(([, item]) => item))}>`;
    case 'struct': case 'member': return value.type;
    case 'call': return value.method.slice(0, value.method.lastIndexOf('.'));
    default: throw new NotShared();
  }
}

import { nearestWord, thousands } from '../findings/words';
import { isJsonObject } from '../json/json';
import { throwIfAny, ValueProblem } from '../rules/value-problem';

/** What a value that a user gives has to be, for those whose language does not say it: JavaScript, `any`, dictionaries of Python. */
export type Expected =
  | 'text'
  /** That is looked at now, and not only when the app is synthesized. */
  | 'knownText'
  | 'flag' | 'number' | 'construct'
  /** A struct: plain fields, or a construct. */
  | 'object'
  /** What a class makes, with how it is made. */
  | { readonly of: { readonly name: string; readonly prototype: object }; readonly by: string }
  | { readonly list: Expected }
  /** What a class of any version of cdk8s or cdk8s-plus makes: one of its members is there. */
  | { readonly like: readonly string[]; readonly name: string; readonly by: string }
  /** A field that has to be there. */
  | { readonly needed: Expected }
  /** A struct of which the fields are known. */
  | { readonly fields: Readonly<Record<string, Expected>> }
  /** A struct of which some fields are known; what is wrong with the others, whoever takes them says, but that they are plain. */
  | { readonly some: Readonly<Record<string, Expected>> }
  /** Values by name. */
  | { readonly record: Expected };

const NAMES = { text: 'a text', knownText: 'a text that is known by now', flag: 'true or false', number: 'a number', construct: 'a construct', object: 'an object' } as const;

/**
 * Looks at what is given to a call before anything is made of it.
 *
 * @param expected all fields by name; of an unknown one that nearly is one of them it is told, and others are left alone
 * @throws SF-PROPS for values of another kind and for misspelt fields
 */
export function checkGiven(where: string, given: unknown, expected: Readonly<Record<string, Expected>>): void {
  throwIfAny(where, looking('what is given', () => isFields(given) ? fieldProblems(given, expected) : [wrong('what is given', given, 'object')]));
}

/** The problem of one value that is of another kind than expected. */
export function givenProblem(what: string, given: unknown, expected: Expected): ValueProblem | undefined {
  const [problem] = looking(what, () => valueProblems(what, given, expected));
  return problem;
}

/** A getter or a proxy may throw as soon as somebody looks at it. */
function looking(what: string, look: () => ValueProblem[]): ValueProblem[] {
  try {
    return look();
  } catch {
    return [{ rule: 'SF-PROPS', given: `something that cannot be looked at without an error as ${what}`, allowed: 'plain values', fix: 'give a plain value' }];
  }
}

function fieldProblems(given: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, Expected>>, within = ''): ValueProblem[] {
  const known = Object.keys(expected);
  const problems = Object.entries(given).flatMap(([field, value]) => {
    const wanted = Object.hasOwn(expected, field) ? expected[field] : undefined;
    if (wanted !== undefined) return value === undefined ? [] : valueProblems(within + field, value, wanted);
    const meant = value === undefined ? undefined : nearestWord(field, known.filter((name) => !Object.hasOwn(given, name)));
    return meant === undefined ? dataProblems(within + field, value, true) : [misspelt(within + field, within + meant)];
  });
  // What is misspelt is not missing as well.
  if (problems.length > 0) return problems;
  return Object.entries(expected).flatMap(([field, wanted]) => (
    typeof wanted === 'object' && 'needed' in wanted && given[field] === undefined ? [wrong(within + field, undefined, wanted.needed)] : []
  ));
}

function valueProblems(what: string, given: unknown, expected: Expected): ValueProblem[] {
  if (expected === 'object') {
    if (!isFields(given)) return [wrong(what, given, expected)];
    return isPlain(given) ? dataProblems(what, given, true) : [];
  }
  if (expected === 'construct') return isFields(given) && 'node' in given ? [] : [wrong(what, given, expected)];
  if (typeof expected === 'string') return isOfType(given, expected) ? [] : [wrong(what, given, expected)];
  if ('needed' in expected) return valueProblems(what, given, expected.needed);
  if ('of' in expected) return Object.prototype.isPrototypeOf.call(expected.of.prototype, Object(given)) ? [] : [wrong(what, given, expected)];
  if ('like' in expected) return isFields(given) && expected.like.some((member) => member in given) ? [] : [wrong(what, given, expected)];
  if ('list' in expected) {
    if (!Array.isArray(given)) return [wrong(what, given, expected)];
    return given.flatMap((item, i) => valueProblems(`${what}[${i}]`, item, expected.list));
  }
  if (!isFields(given)) return [wrong(what, given, expected)];
  if ('fields' in expected) return fieldProblems(given, expected.fields, `${what}.`);
  if ('some' in expected) {
    return Object.entries(given).flatMap(([field, value]) => {
      const wanted = Object.hasOwn(expected.some, field) ? expected.some[field] : undefined;
      if (value === undefined) return [];
      return wanted === undefined ? dataProblems(`${what}.${field}`, value) : valueProblems(`${what}.${field}`, value, wanted);
    });
  }
  return Object.entries(given).flatMap(([name, value]) => valueProblems(`${what}[${JSON.stringify(name)}]`, value, expected.record));
}

/** The first value that cannot be written: where fields are expected, a construct has none, unless it stands for what is taken from it. */
function dataProblems(what: string, value: unknown, isConstructTaken = false): ValueProblem[] {
  let count = 0;
  const problemIn = (place: string, part: unknown, depth: number): ValueProblem | undefined => {
    if (depth > DEEPEST) return unwritable(`something that is nested ${DEEPEST} deep, or in itself, as ${what}`);
    if (['bigint', 'symbol', 'function'].includes(typeof part)) return unwritable(`${kindOf(part)} as ${place}`);
    if (typeof part !== 'object' || part === null) return undefined;
    if (UNWRITABLE.some((unwritten) => part instanceof unwritten)) return unwritable(`${kindOf(part)} as ${place}`);
    if (!Array.isArray(part) && !isPlain(part)) {
      const isConstruct = 'node' in part;
      if (isConstruct ? isConstructTaken : !Object.values(part).some((field) => typeof field === 'object' && field !== null && 'node' in field)) return undefined;
      return { rule: 'SF-PROPS', given: `${kindOf(part)} as ${place}`, allowed: 'an object of plain values, or a name', fix: 'give its name, or an object with its fields' };
    }
    count += Array.isArray(part) ? part.length : Object.keys(part).length;
    if (count > MOST_VALUES) return unwritable(`more than ${thousands(MOST_VALUES)} values as ${what}`);
    for (const [field, item] of Object.entries(part)) {
      const problem = problemIn(Array.isArray(part) ? `${place}[${field}]` : `${place}.${field}`, item, depth + 1);
      if (problem) return problem;
    }
    return undefined;
  };
  const problem = problemIn(what, value, 0);
  return problem ? [problem] : [];
}

function isPlain(value: object): boolean {
  return [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
}

/** Neither JSON nor YAML has them. */
const UNWRITABLE = [Map, Set, WeakMap, WeakSet, Promise, Error, RegExp, ArrayBuffer, Uint8Array];
/** A field of a pod is not half as deep. */
const DEEPEST = 50;
/** The API server takes 3 MiB in one request. */
const MOST_VALUES = 100_000;

function unwritable(given: string): ValueProblem {
  return { rule: 'SF-PROPS', given, allowed: 'texts, numbers, true and false, and lists and objects of them, as a custom resource holds them', fix: 'give a plain value' };
}

function isOfType(given: unknown, type: keyof typeof TYPES): boolean {
  return typeof given === TYPES[type] || (type !== 'knownText' && isLateValue(given));
}

const TYPES = { text: 'string', knownText: 'string', flag: 'boolean', number: 'number' } as const;

/** A Lazy of cdk8s, or a token, which will be a text. */
function isLateValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('producer' in value || 'resolve' in value);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return isJsonObject(value);
}

function misspelt(field: string, meant: string): ValueProblem {
  return { rule: 'SF-PROPS', given: `the unknown prop ${JSON.stringify(field)}`, allowed: `the prop ${JSON.stringify(meant)}, which is not there`, fix: `did you mean "${meant}"?` };
}

function wrong(what: string, given: unknown, expected: Expected): ValueProblem {
  const by = typeof expected === 'object' && 'by' in expected ? expected.by : undefined;
  return { rule: 'SF-PROPS', given: `${kindOf(given)} as ${what}`, allowed: nameOf(expected), fix: by === undefined ? `give ${nameOf(expected)}` : `make it by ${by}` };
}

function nameOf(expected: Expected): string {
  if (typeof expected === 'string') return NAMES[expected];
  if ('of' in expected) return withArticle(className(expected.of));
  if ('like' in expected) return expected.name;
  if ('fields' in expected || 'some' in expected) return NAMES.object;
  if ('needed' in expected) return nameOf(expected.needed);
  return 'list' in expected ? `a list, each item ${nameOf(expected.list)}` : `an object of names and values, each ${nameOf(expected.record)}`;
}

/** Not which: it may be a secret. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (isLateValue(value)) return 'a value that is only known when the app is synthesized';
  const { constructor } = value as { readonly constructor?: { readonly name: string } };
  return constructor === undefined || constructor === Object ? 'a plain object' : withArticle(className(constructor));
}

/** In the package a class that speaks of itself has an underscore before its name: the bundler puts it there. */
function className({ name }: { readonly name: string }): string {
  return name.replace(/^_/, '');
}

function withArticle(name: string): string {
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}

import { nearestWord } from '../findings/words';
import { isJsonObject } from '../json/json';
import { throwIfAny, ValueProblem } from '../rules/value-problem';

/** What a value that a user gives has to be, for those whose language does not say it: JavaScript, `any`, dictionaries of Python. */
export type Expected =
  | 'text' | 'flag' | 'number' | 'construct'
  /** A struct: plain fields, or a construct. */
  | 'object'
  /** What a class makes, with how it is made. */
  | { readonly of: { readonly name: string; readonly prototype: object }; readonly by: string }
  | { readonly list: Expected }
  /** What a class of any version of cdk8s or cdk8s-plus makes: one of its members is there. */
  | { readonly like: readonly string[]; readonly name: string; readonly by: string }
  /** A struct of which the fields are known. */
  | { readonly fields: Readonly<Record<string, Expected>> }
  /** A struct of which some fields are known; what is wrong with the others, whoever takes them says, but that they are plain. */
  | { readonly some: Readonly<Record<string, Expected>> }
  /** Values by name. */
  | { readonly record: Expected };

const NAMES = { text: 'a text', flag: 'true or false', number: 'a number', construct: 'a construct', object: 'an object' } as const;

/**
 * Looks at what is given to a call before anything is made of it.
 *
 * @param expected all fields by name; of an unknown one that nearly is one of them it is told, and others are left alone
 * @throws SF-PROPS for values of another kind and for misspelt fields
 */
export function checkGiven(where: string, given: unknown, expected: Readonly<Record<string, Expected>>): void {
  throwIfAny(where, isFields(given) ? fieldProblems(given, expected) : [wrong('what is given', given, 'object')]);
}

/** The problem of one value that is of another kind than expected. */
export function givenProblem(what: string, given: unknown, expected: Expected): ValueProblem | undefined {
  const [problem] = valueProblems(what, given, expected);
  return problem;
}

function fieldProblems(given: Readonly<Record<string, unknown>>, expected: Readonly<Record<string, Expected>>, within = ''): ValueProblem[] {
  const known = Object.keys(expected);
  return Object.entries(given).flatMap(([field, value]) => {
    const wanted = Object.hasOwn(expected, field) ? expected[field] : undefined;
    if (wanted !== undefined) return value === undefined ? [] : valueProblems(within + field, value, wanted);
    const meant = value === undefined ? undefined : nearestWord(field, known.filter((name) => !Object.hasOwn(given, name)));
    return meant === undefined ? [] : [misspelt(within + field, within + meant)];
  });
}

function valueProblems(what: string, given: unknown, expected: Expected): ValueProblem[] {
  if (expected === 'object') return isFields(given) ? [] : [wrong(what, given, expected)];
  if (expected === 'construct') return isFields(given) && 'node' in given ? [] : [wrong(what, given, expected)];
  if (typeof expected === 'string') return typeof given === TYPES[expected] || isLateValue(given) ? [] : [wrong(what, given, expected)];
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
      return wanted === undefined ? constructsIn(`${what}.${field}`, value) : valueProblems(`${what}.${field}`, value, wanted);
    });
  }
  return Object.entries(given).flatMap(([name, value]) => valueProblems(`${what}[${JSON.stringify(name)}]`, value, expected.record));
}

/** Where fields are expected, a construct has none. */
function constructsIn(what: string, value: unknown, depth = 0): ValueProblem[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => constructsIn(`${what}[${i}]`, item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return 'node' in value ? [wrong(what, value, 'object')] : [];
  return Object.entries(value).flatMap(([field, item]) => constructsIn(`${what}.${field}`, item, depth + 1));
}

const DEEPEST = 20;

const TYPES = { text: 'string', flag: 'boolean', number: 'number' } as const;

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
  if ('of' in expected) return `${/^[AEIO]/.test(expected.of.name) ? 'an' : 'a'} ${expected.of.name}`;
  if ('like' in expected) return expected.name;
  if ('fields' in expected || 'some' in expected) return NAMES.object;
  return 'list' in expected ? `a list, each item ${nameOf(expected.list)}` : `an object of names and values, each ${nameOf(expected.record)}`;
}

/** Not which: it may be a secret. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const { name } = value.constructor as { readonly name?: string } | undefined ?? {};
  return name === undefined || name === 'Object' ? 'a plain object' : `a ${name}`;
}

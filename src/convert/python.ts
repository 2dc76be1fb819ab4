import { allParts, Expression, Field, Statement } from './expression';
import { Parameter } from './parameters';
import { ChartCall, ChartFunction, functionsOf, isEmpty, isOptional, Program } from './program';
import { snakeCase } from './words';
import { groupBy } from '../json/group-by';

const CDK8S = new Set(['ApiObject', 'ApiObjectMetadata', 'App', 'Chart', 'Duration', 'Include', 'JsonPatch', 'Testing', 'Yaml']);
const RESERVED = new Set(['and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if',
  'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield']);
const LONGEST_LINE = 110;

/** The modules of a program, by their paths. */
export function pythonModules(program: Program): Array<readonly [path: string, text: string]> {
  const { functions, environments } = program;
  const [only, ...others] = environments;
  return [
    ...functions.map((one): [string, string] => [`charts/${moduleOf(one)}.py`, chartModule(one)]),
    ['charts/__init__.py', others.length > 0 ? environmentsModule(program) : chartsModule(only?.calls ?? [])],
    ['main.py', others.length > 0 ? mainOfEnvironments(only?.name ?? '') : MAIN],
    ['test_main.py', others.length > 0 ? TEST_OF_ENVIRONMENTS : TEST],
  ];
}

/**
 * In a package of its own: a module beside the program hides the one of the standard library that is called so. It is called as its function,
 * for in the package both are names, and the function comes last.
 */
const moduleOf = ({ name }: ChartFunction) => variable(name);

/** Code in pieces: a text, or something in brackets that may be broken into lines. */
type Code = string | InBrackets | { readonly before: string; readonly code: Code; readonly after: string };
interface InBrackets { readonly open: string; readonly items: readonly Code[]; readonly close: string }

function flat(code: Code): string {
  if (typeof code === 'string') return code;
  if ('items' in code) return `${code.open}${code.items.map(flat).join(', ')}${code.close}`;
  return `${code.before}${flat(code.code)}${code.after}`;
}

function layout(code: Code, indent: number, room: number): string {
  const inOneLine = flat(code);
  if (typeof code === 'string' || inOneLine.length <= room) return inOneLine;
  if (!('items' in code)) return `${code.before}${layout(code.code, indent, room - code.before.length - code.after.length)}${code.after}`;
  const inner = ' '.repeat(indent + 4);
  const items = code.items.map((item) => `${inner}${layout(item, indent + 4, LONGEST_LINE - indent - 5)},\n`).join('');
  return `${code.open}\n${items}${' '.repeat(indent)}${code.close}`;
}

const inBrackets = (open: string, items: readonly Code[], close: string): Code => items.length === 0 ? open + close : { open, items, close };

function python(expression: Expression): Code {
  switch (expression.kind) {
    case 'literal': return literalOf(expression.value);
    case 'joined': return `f"${expression.before}{${flat(python(expression.middle))}}${expression.after}"`;
    case 'list': return inBrackets('[', expression.items.map(python), ']');
    case 'mapping': return inBrackets('{', expression.entries.map(([key, value]): Code => ({ before: `${literalOf(key)}: `, code: python(value), after: '' })), '}');
    case 'struct': return inBrackets(`${typeName(expression.type)}(`, keywords(expression.fields), ')');
    case 'new': return inBrackets(`${typeName(expression.type)}(`, argumentsOf(expression.args), ')');
    case 'call': return callOf(expression);
    case 'member': return `${typeName(expression.type)}.${expression.name}`;
    case 'name': return variable(expression.name);
    case 'either': return { before: '', code: python(expression.value), after: ` if ${variable(expression.flag)} else None` };
  }
}

function callOf({ on, method, args }: Expression & { kind: 'call' }): Code {
  if (on) return inBrackets(`${flat(python(on))}.${variable(method)}(`, argumentsOf(args), ')');
  const dot = method.lastIndexOf('.');
  return inBrackets(`${typeName(method.slice(0, dot))}.${variable(method.slice(dot + 1))}(`, argumentsOf(args), ')');
}

/** In Python the last struct is keyword arguments. */
function argumentsOf(args: readonly Expression[]): Code[] {
  return args.flatMap((arg, i) => arg.kind === 'struct' && i === args.length - 1 ? keywords(arg.fields) : [python(arg)]);
}

function keywords(fields: readonly Field[]): Code[] {
  return fields.map(([field, value]): Code => ({ before: `${variable(field)}=`, code: python(value), after: '' }));
}

function typeName(type: string): string {
  return type.replace(/^kplus\.k8s\./, 'k8s.');
}

function variable(text: string): string {
  const words = snakeCase(text);
  return RESERVED.has(words) ? `${words}_` : words;
}

function literalOf(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? String(value) : quoted(value);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (character) => (
    /\p{L}|\p{N}|\p{P}|\p{S}/u.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  ));
}

function chartModule(one: ChartFunction): string {
  const { chart, parameters, takesNamespace, calledAfterNamespace } = one;
  const used = new Set(chart.statements.flatMap(({ value }) => allParts(value)).flatMap((part) => part.kind === 'name' ? [part.name] : []));
  const chartLine: Code = inBrackets('Chart(', [
    'app', takesNamespace && calledAfterNamespace ? 'namespace' : quoted(chart.id),
    ...takesNamespace ? ['namespace=namespace'] : chart.namespace === undefined ? [] : [`namespace=${quoted(chart.namespace)}`],
    ...isEmpty(one.labels) ? [] : [{ before: 'labels=', code: python(one.labels), after: '' }],
  ], ')');
  const names = [
    'app: App', ...takesNamespace || parameters.length > 0 ? ['*'] : [], ...takesNamespace ? ['namespace: str'] : [],
    ...parameters.filter((parameter) => !isOptional(parameter)).map((parameter) => `${variable(parameter.name)}: ${hintOf(parameter)}`),
    ...parameters.filter(isOptional).map((parameter) => `${variable(parameter.name)}: ${parameter.isFlag ? 'bool = False' : `${hintOf(parameter)} | None = None`}`),
  ];
  const types = [...chart.statements.flatMap(({ value }) => typesIn(value)), ...parameters.map(({ type }) => type.replace(/\[\]$|^Record<string, |>$/g, '')), 'App', 'Chart'];
  return [
    imports(types), '', '',
    layout({ before: `def ${variable(one.name)}`, code: inBrackets('(', names, ')'), after: ' -> Chart:' }, 0, LONGEST_LINE),
    `    """${chart.about}"""`,
    `    chart = ${layout(chartLine, 4, LONGEST_LINE - 12)}`,
    ...chart.statements.flatMap((statement) => line(statement, used)),
    '    return chart', '',
  ].join('\n');
}

function line({ variable: named, value, comment, flag }: Statement, used: ReadonlySet<string>): string[] {
  const indent = flag === undefined ? 4 : 8;
  const space = ' '.repeat(indent);
  const assigned = named !== '' && used.has(named) ? `${variable(named)} = ` : '';
  return [
    ...flag === undefined ? [] : [`    if ${variable(flag)}:`],
    ...comment === undefined ? [] : [`${space}# ${comment}`],
    `${space}${assigned}${layout(python(value), indent, LONGEST_LINE - indent - assigned.length)}`,
  ];
}

function hintOf({ type, values }: Parameter): string {
  const isWhole = (value: Expression | undefined) => value === undefined || (value.kind === 'literal' && Number.isInteger(value.value));
  return type === 'number' && values.every(isWhole) ? 'int' : hint(type);
}

function hint(type: string): string {
  if (type.endsWith('[]')) return `list[${hint(type.slice(0, -2))}]`;
  const [, item] = /^Record<string, (.*)>$/.exec(type) ?? [];
  if (item !== undefined) return `dict[str, ${hint(item)}]`;
  return { string: 'str', number: 'float', boolean: 'bool' }[type] ?? typeName(type);
}

/** The classes by name that code has to import; structs that are arguments are not named in it. */
function typesIn(value: Expression): string[] {
  switch (value.kind) {
    case 'list': return value.items.flatMap(typesIn);
    case 'mapping': return value.entries.flatMap(([, item]) => typesIn(item));
    case 'struct': return [value.type, ...value.fields.flatMap(([, item]) => typesIn(item))];
    case 'member': return [value.type];
    case 'either': return typesIn(value.value);
    case 'new': return [value.type, ...typesInArguments(value.args)];
    case 'call': return [...value.on ? typesIn(value.on) : [value.method.slice(0, value.method.lastIndexOf('.'))], ...typesInArguments(value.args)];
    default: return [];
  }
}

function typesInArguments(args: readonly Expression[]): string[] {
  return args.flatMap((arg, i) => arg.kind === 'struct' && i === args.length - 1 ? arg.fields.flatMap(([, item]) => typesIn(item)) : typesIn(arg));
}

function imports(used: readonly string[]): string {
  const plain = new Set(['string', 'number', 'boolean']);
  const types = [...new Set(used)].filter((type) => !plain.has(type)).sort();
  const modules = groupBy(types, (type) => {
    if (type.startsWith('kplus.')) return type.startsWith('kplus.k8s.') ? 'k8s' : 'kplus';
    return CDK8S.has(type) ? 'cdk8s' : 'cdk8s_sonataflow';
  });
  const from = (module: string, names: readonly string[]) => {
    const code = `from ${module} import ${names.join(', ')}`;
    return code.length <= LONGEST_LINE ? code : `from ${module} import (\n${names.map((named) => `    ${named},\n`).join('')})`;
  };
  const present = (module: string) => modules.get(module) ?? [];
  return [
    ...present('kplus').length > 0 ? ['import cdk8s_plus_28 as kplus'] : [],
    ...present('cdk8s').length > 0 ? [from('cdk8s', present('cdk8s'))] : [],
    ...present('k8s').length > 0 ? ['from cdk8s_plus_28 import k8s'] : [],
    ...present('cdk8s_sonataflow').length > 0 ? [from('cdk8s_sonataflow', present('cdk8s_sonataflow'))] : [],
  ].join('\n');
}

function importsOf(calls: readonly ChartCall[]): string[] {
  return functionsOf(calls).map((of) => `from charts.${moduleOf(of)} import ${variable(of.name)}`);
}

const invocation = ({ of, args }: ChartCall): Code => inBrackets(`${variable(of.name)}(`, ['app', ...keywords(args)], ')');

function chartsModule(calls: readonly ChartCall[]): string {
  return [
    ...importsForArguments(calls), 'from cdk8s import App, Chart', '', ...importsOf(calls), '', '',
    'def charts(app: App) -> list[Chart]:', '    """All charts of the cluster."""', `    return ${layout(inBrackets('[', calls.map(invocation), ']'), 4, LONGEST_LINE - 11)}`, '',
  ].join('\n');
}

function environmentsModule({ environments }: Program): string {
  const calls = environments.flatMap((one) => one.calls);
  const entries = environments.map(({ name, calls: own }): Code => ({ before: `${quoted(name)}: lambda app: `, code: inBrackets('[', own.map(invocation), ']'), after: '' }));
  return [
    ...importsForArguments(calls), ...importsOf(calls), '', '# The charts of each environment, by its name.',
    `ENVIRONMENTS = ${layout(inBrackets('{', entries, '}'), 0, 0)}`, '',
  ].join('\n');
}

/** What the arguments are made of. */
function importsForArguments(calls: readonly ChartCall[]): string[] {
  const types = calls.flatMap(({ args }) => args.flatMap(([, value]) => typesIn(value)));
  return types.length === 0 ? [] : [imports(types)];
}

const MAIN = `from cdk8s import App

from charts import charts

app = App()
charts(app)
app.synth()
`;

function mainOfEnvironments(first: string): string {
  return `import sys

from cdk8s import App

from charts import ENVIRONMENTS

# Which one is an argument: npm run synth does it for all of them.
environment = sys.argv[1] if len(sys.argv) > 1 else ${quoted(first)}
app = App()
ENVIRONMENTS[environment](app)
app.synth()
`;
}

/** The first run writes what the others are compared with. */
const COMPARED = `SNAPSHOTS = Path(__file__).parent / "snapshots"


def compare(name: str, manifests: str) -> None:
    snapshot = SNAPSHOTS / f"{name}.yaml"
    if not snapshot.exists():
        SNAPSHOTS.mkdir(exist_ok=True)
        snapshot.write_text(manifests)
    assert manifests == snapshot.read_text()
`;

/** The module is imported, for pytest takes a class called Testing for tests. */
const TEST = `from pathlib import Path

import cdk8s

from charts import charts

${COMPARED}

def test_the_manifests_have_not_changed() -> None:
    for chart in charts(cdk8s.Testing.app()):
        compare(chart.node.id, cdk8s.Yaml.stringify(*cdk8s.Testing.synth(chart)))
`;

const TEST_OF_ENVIRONMENTS = `from pathlib import Path

import cdk8s
import pytest

from charts import ENVIRONMENTS

${COMPARED}

@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_the_manifests_have_not_changed(environment: str) -> None:
    for chart in ENVIRONMENTS[environment](cdk8s.Testing.app()):
        compare(f"{environment}-{chart.node.id}", cdk8s.Yaml.stringify(*cdk8s.Testing.synth(chart)))
`;

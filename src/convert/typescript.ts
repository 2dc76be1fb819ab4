import { allParts, Expression, Field, Statement } from './expression';
import { ChartCall, ChartFunction, functionsOf, isEmpty, isOptional, Program, propsType } from './program';
import { groupBy } from '../json/group-by';

const CDK8S = new Set(['ApiObject', 'ApiObjectMetadata', 'App', 'Chart', 'Duration', 'Include', 'JsonPatch', 'Testing']);

/** The modules of a program, by their paths; how they look is left to a formatter. */
export function typescriptModules(program: Program): Array<readonly [path: string, text: string]> {
  const { functions, environments } = program;
  const [only, ...others] = environments;
  return [
    ...functions.map((one): [string, string] => [`${one.file}.ts`, chartModule(one)]),
    ...others.length > 0 ? [['environments.ts', environmentsModule(program)] as const, ['main.ts', mainOfEnvironments(environments[0]?.name ?? '')] as const]
      : mainOf(only?.calls ?? []),
    ['main.test.ts', others.length > 0 ? TEST_OF_ENVIRONMENTS : testOf(only?.calls ?? [])],
  ];
}

function chartModule(one: ChartFunction): string {
  const { chart, parameters, takesNamespace } = one;
  const body = [chartStatement(one), ...lines(chart.statements), 'return chart;'].join('\n');
  const used = [...chart.statements.flatMap(({ value }) => typesIn(value)), ...parameters.map(({ type }) => type.replace(/\[\]$|^Record<string, |>$/g, '')), 'App', 'Chart'];
  return [
    imports(used),
    ...parameters.length > 0 || takesNamespace ? [propsInterface(one)] : [],
    `/** ${chart.about} */\nexport function ${one.name}(app: App${propsParameter(one)}): Chart {\n${body}\n}\n`,
  ].join('\n\n');
}

function propsInterface(one: ChartFunction): string {
  const fields = [
    ...one.takesNamespace ? ['readonly namespace: string;'] : [],
    ...one.parameters.map((parameter) => `readonly ${parameter.name}${isOptional(parameter) ? '?' : ''}: ${parameter.type};`),
  ];
  return `/** What differs between its charts. */\nexport interface ${propsType(one)} {\n${fields.join('\n')}\n}`;
}

function propsParameter(one: ChartFunction): string {
  const names = [...one.takesNamespace ? ['namespace'] : [], ...one.parameters.map(({ name }) => name)];
  return names.length === 0 ? '' : `, { ${names.join(', ')} }: ${propsType(one)}`;
}

function chartStatement({ chart: { id, namespace }, labels, takesNamespace, calledAfterNamespace }: ChartFunction): string {
  const props = [
    ...takesNamespace ? ['namespace'] : namespace === undefined ? [] : [`namespace: ${quoted(namespace)}`],
    ...isEmpty(labels) ? [] : [`labels: ${print(labels)}`],
  ];
  const name = takesNamespace && calledAfterNamespace ? 'namespace' : quoted(id);
  return `const chart = new Chart(app, ${name}${props.length === 0 ? '' : `, { ${props.join(', ')} }`});`;
}

/** A variable is only named where others need it; what stands under one condition stands together. */
function lines(statements: readonly Statement[]): string[] {
  const used = new Set(statements.flatMap(({ value }) => allParts(value)).flatMap((part) => part.kind === 'name' ? [part.name] : []));
  const written = statements.map(({ variable, value, comment, flag }) => ({
    flag,
    text: `${comment === undefined ? '' : `// ${comment}\n`}${variable !== '' && used.has(variable) ? `const ${variable} = ` : ''}${print(value)};`,
  }));
  const texts: string[] = [];
  for (let i = 0; i < written.length;) {
    const { flag, text = '' } = written[i] ?? {};
    let end = i + 1;
    while (flag !== undefined && written[end]?.flag === flag) end++;
    texts.push(flag === undefined ? text : `if (${flag}) {\n${written.slice(i, end).map((one) => one.text).join('\n')}\n}`);
    i = end;
  }
  return texts;
}

function print(expression: Expression): string {
  switch (expression.kind) {
    case 'literal': return typeof expression.value === 'string' ? quoted(expression.value) : String(expression.value);
    case 'joined': return `\`${expression.before}\${${print(expression.middle)}}${expression.after}\``;
    case 'list': return `[${expression.items.map(print).join(', ')}]`;
    case 'mapping': return object(expression.entries);
    case 'struct': return object(expression.fields);
    case 'new': return `new ${expression.type}(${expression.args.map(print).join(', ')})`;
    case 'call': return `${expression.on ? `${print(expression.on)}.` : ''}${expression.method}(${expression.args.map(print).join(', ')})`;
    case 'member': return `${expression.type}.${expression.name}`;
    case 'name': return expression.name;
    case 'either': return `${expression.flag} ? ${print(expression.value)} : undefined`;
  }
}

function object(fields: readonly Field[]): string {
  if (fields.length === 0) return '{}';
  return `{ ${fields.map(([key, value]) => value.kind === 'name' && value.name === key ? key : `${keyOf(key)}: ${print(value)}`).join(', ')} }`;
}

/** `__proto__: x` would not be a field. */
function keyOf(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, '\\\'').replace(/[\u007f-\uffff]/g, escaped)}'`;
}

/** Letters stay letters; what cannot be seen is escaped. */
function escaped(character: string): string {
  return /\p{L}|\p{N}|\p{P}|\p{S}/u.test(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The classes and structs by name that code has to import. */
function typesIn(value: Expression): string[] {
  return allParts(value).flatMap((part) => {
    if (part.kind === 'new' || part.kind === 'member') return [part.type];
    return part.kind === 'call' && !part.on ? [part.method.slice(0, part.method.lastIndexOf('.'))] : [];
  });
}

function imports(used: readonly string[]): string {
  const plain = new Set(['string', 'number', 'boolean']);
  const types = [...new Set(used)].filter((type) => !plain.has(type)).sort();
  const from = groupBy(types, (type) => type.startsWith('kplus.') ? 'cdk8s-plus-28' : CDK8S.has(type) ? 'cdk8s' : 'cdk8s-sonataflow');
  return ['cdk8s', 'cdk8s-plus-28', 'cdk8s-sonataflow'].flatMap((module) => {
    const names = from.get(module);
    if (!names) return [];
    return [module === 'cdk8s-plus-28' ? `import * as kplus from '${module}';` : `import { ${names.join(', ')} } from '${module}';`];
  }).join('\n');
}

const importsOf = (calls: readonly ChartCall[]) => functionsOf(calls).map(({ name, file }) => `import { ${name} } from './${file}';`);

/** Of the functions, and of what their arguments are made of. */
function importsForCalls(calls: readonly ChartCall[]): string {
  return [imports(['App', 'Chart', ...calls.flatMap(({ args }) => args.flatMap(([, value]) => typesIn(value)))]), ...importsOf(calls)].join('\n');
}

const invocation = ({ of, args }: ChartCall, app: string) => `${of.name}(${app}${args.length === 0 && of.parameters.length === 0 ? '' : `, ${object(args)}`})`;

/** The program itself, and where it has several charts a module with all of them. */
function mainOf(calls: readonly ChartCall[]): Array<readonly [string, string]> {
  const [first, ...others] = calls;
  if (others.length === 0) {
    return [['main.ts', ['import { App } from \'cdk8s\';', ...importsOf(calls), '', 'const app = new App();', ...first ? [`${invocation(first, 'app')};`] : [], 'app.synth();', ''].join('\n')]];
  }
  const charts = `return [${calls.map((one) => invocation(one, 'app')).join(', ')}];`;
  return [
    ['charts.ts', [importsForCalls(calls), '', '/** All charts of the cluster. */', `export function charts(app: App): Chart[] {\n${charts}\n}`, ''].join('\n')],
    ['main.ts', 'import { App } from \'cdk8s\';\nimport { charts } from \'./charts\';\n\nconst app = new App();\ncharts(app);\napp.synth();\n'],
  ];
}

function testOf(calls: readonly ChartCall[]): string {
  const [first, ...others] = calls;
  const [imported, synthesized] = first && others.length === 0
    ? [importsOf(calls).join('\n'), `Testing.synth(${invocation(first, 'Testing.app()')})`]
    : ['import { charts } from \'./charts\';', 'charts(Testing.app()).map((chart) => Testing.synth(chart))'];
  return `import { Testing } from 'cdk8s';\n${imported}\n\ntest('the manifests have not changed', () => {\nexpect(${synthesized}).toMatchSnapshot();\n});\n`;
}

function environmentsModule({ environments }: Program): string {
  const entries = environments.map(({ name, calls }) => `${keyOf(name)}: (app) => [${calls.map((one) => invocation(one, 'app')).join(', ')}]`);
  return [
    importsForCalls(environments.flatMap(({ calls }) => calls)), '',
    '/** The charts of each environment, by its name. */',
    `export const environments: Record<string, (app: App) => Chart[]> = {\n${entries.join(',\n')},\n};`, '',
  ].join('\n');
}

function mainOfEnvironments(first: string): string {
  return `import { App } from 'cdk8s';
import { environments } from './environments';

// Which one is an argument: npm run synth does it for all of them.
const [, , environment = ${quoted(first)}] = process.argv;
const charts = environments[environment];
if (!charts) throw new Error(\`no environment \${environment}; there are \${Object.keys(environments).join(', ')}\`);
const app = new App();
charts(app);
app.synth();
`;
}

const TEST_OF_ENVIRONMENTS = `import { Testing } from 'cdk8s';
import { environments } from './environments';

test.each(Object.entries(environments))('the manifests of %s have not changed', (_name, charts) => {
  expect(charts(Testing.app()).map((chart) => Testing.synth(chart))).toMatchSnapshot();
});
`;

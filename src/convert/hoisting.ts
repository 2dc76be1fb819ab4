import { allParts, Call, Expression, mapParts, name, Statement } from './expression';
import { UniqueNames, variableNames, camelCase } from './words';

/** What is made once and used often, in the order in which one may contain the other. */
const HOISTED: ReadonlyArray<{ readonly methods: RegExp; variable(found: Call): string }> = [
  { methods: /^PostgreSql\./, variable: () => 'database' },
  { methods: /^kplus\.(?:Secret|ConfigMap)\.from/, variable: ({ args: [, id] }) => id?.kind === 'literal' ? camelCase(String(id.value)) : 'secret' },
];

/** Gives a name to what several statements have in common, before the first of them. */
export function hoist(statements: readonly Statement[]): Statement[] {
  const names = variableNames();
  for (const { variable } of statements) names.name(variable === '' ? 'unnamed' : variable);
  return HOISTED.reduce((lines, { methods, variable }) => hoistOf(lines, methods, variable, names), [...statements]);
}

function hoistOf(statements: readonly Statement[], methods: RegExp, variable: (found: Call) => string, names: UniqueNames): Statement[] {
  const seen = new Map<string, { readonly found: Call; times: number }>();
  for (const part of statements.flatMap(({ value }) => allParts(value))) {
    if (part.kind !== 'call' || part.on || !methods.test(part.method)) continue;
    const key = JSON.stringify(part);
    const known = seen.get(key);
    if (known) known.times++;
    else seen.set(key, { found: part, times: 1 });
  }
  const shared = new Map([...seen].filter(([, { times }]) => times > 1).map(([key, { found }]) => [key, { found, variable: names.name(variable(found), 'Again') }]));
  const written = new Set<string>();
  return statements.flatMap((statement) => {
    const before: Statement[] = [];
    const replaced = (part: Expression): Expression => {
      const key = part.kind === 'call' ? JSON.stringify(part) : '';
      const common = shared.get(key);
      if (!common) return mapParts(part, replaced);
      if (!written.has(key)) before.push({ variable: common.variable, value: common.found });
      written.add(key);
      return name(common.variable);
    };
    const value = replaced(statement.value);
    return [...before, { ...statement, value }];
  });
}

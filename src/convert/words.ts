/** What a language, the programs or cdk8s take for something else. */
const TAKEN = new Set([
  'app', 'chart', 'charts', 'join', 'props', 'test', 'expect', 'main', 'kplus', 'k8s', 'environments', 'bool', 'dict', 'int', 'list',
  'and', 'as', 'assert', 'async', 'await', 'break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'def', 'default', 'del', 'delete', 'do',
  'elif', 'else', 'enum', 'eval', 'except', 'export', 'extends', 'false', 'finally', 'for', 'from', 'function', 'global', 'if', 'implements', 'import', 'in',
  'instanceof', 'interface', 'is', 'lambda', 'let', 'new', 'none', 'nonlocal', 'not', 'null', 'or', 'package', 'pass', 'private', 'protected', 'public', 'raise',
  'return', 'static', 'str', 'super', 'switch', 'this', 'throw', 'true', 'try', 'type', 'typeof', 'undefined', 'var', 'void', 'while', 'with', 'yield',
]);

/** `order-fulfilment` is `OrderFulfilment`. */
export function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(words) ? words : `N${words}`;
}

/** What kustomize adds to the name of a ConfigMap, made of its content. */
const KUSTOMIZE_HASH = /-[bcdfghkmt2-9]{10}$/;

/** `specs-7mkb4h8f2c` is `specs`. */
export function withoutHash(name: string): string {
  return name.replace(KUSTOMIZE_HASH, '');
}

/** `order-fulfilment` is `orderFulfilment`. */
export function camelCase(text: string): string {
  const words = pascalCase(text);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** As jsii does it for Python: `fromJdbcUrl` is `from_jdbc_url`. */
export function snakeCase(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').toLowerCase();
}

/** Gives each thing a name of its own, the one that was wished for if it is free. */
export class UniqueNames {
  private readonly given = new Set<string>();

  constructor(private readonly taken: ReadonlySet<string> = new Set()) { }

  /** @param others what to add where the name is taken, in that order; behind them come numbers */
  name(wish: string, ...others: readonly string[]): string {
    const isFree = (text: string) => !this.taken.has(text) && !this.given.has(text);
    let found = [wish, ...others.map((other) => wish + other)].find(isFree);
    for (let i = 2; found === undefined; i++) if (isFree(`${wish}${i}`)) found = `${wish}${i}`;
    this.given.add(found);
    return found;
  }
}

/** Names of variables. */
export function variableNames(): UniqueNames {
  return new UniqueNames(TAKEN);
}

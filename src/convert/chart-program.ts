import { call, construct, Expression, literal, name, Statement, Struct } from './expression';
import { ProjectFiles } from './project-files';
import { Untyped } from './untyped';
import { patch, Reference } from './value-expressions';
import { camelCase, pascalCase, UniqueNames, variableNames } from './words';
import { WritingOperator } from './written-back';
import type { CrdVersion } from '../../imports/schemas/crds';
import { JsonObject } from '../json/json';

/** One chart, before it has a language. */
export interface ChartProgram {
  /** In words of a namespace, such as `orders`. */
  readonly id: string;
  readonly namespace?: string;
  /** Of all its objects. */
  readonly labels: JsonObject;
  readonly statements: readonly Statement[];
  /** What it is about, for whoever reads the code. */
  readonly about: string;
}

/** What all charts of a program know. */
export interface ProgramContext {
  readonly crds: CrdVersion;
  readonly writing: WritingOperator;
  /** The operator of the cluster and what the cluster offers, where that is not what the library takes anyway. */
  readonly platformOptions: Readonly<Record<string, Expression | undefined>>;
  readonly files: ProjectFiles;
  /** The word for the cluster, where there are several. */
  readonly environment: string;
}

/** A mistake that is there already and stops nothing where it is. */
export interface KnownRefusal {
  readonly rule: string;
  readonly namespace?: string;
  readonly name: string;
  readonly reason: string;
}

/** The statements of a chart as they come up. */
export class ChartBuilder {
  readonly statements: Statement[] = [];
  /** How many fields went into JSON patches. */
  patches = 0;
  readonly refusals: KnownRefusal[] = [];
  private readonly ids = new UniqueNames();
  private readonly variables = variableNames();
  private readonly references = new Map<string, Expression>();

  constructor(readonly id: string, readonly context: ProgramContext, readonly labels: JsonObject) { }

  /** A construct under a name of its own. */
  add(type: string, scope: string, wish: { readonly id: string; readonly variable?: string; readonly suffix: string }, props?: Struct): string {
    const id = this.ids.name(pascalCase(wish.id), wish.suffix);
    return this.declare(wish.variable ?? wish.id, wish.suffix, construct(type, scope, id, props));
  }

  declare(variable: string, suffix: string, value: Expression): string {
    const chosen = this.variables.name(camelCase(variable), suffix);
    this.statements.push({ variable: chosen, value });
    return chosen;
  }

  /** For files that are not the same for other charts. */
  get folder(): string {
    return this.context.environment || this.id;
  }

  newId(wish: string, suffix: string): string {
    return this.ids.name(pascalCase(wish), suffix);
  }

  do(value: Expression, comment?: string): void {
    this.statements.push({ variable: '', value, comment });
  }

  /** A Secret or ConfigMap by its name, the same however often it is asked for. */
  readonly reference: Reference = (kind, named, role) => {
    const key = `${kind}/${named}`;
    const known = this.references.get(key)
      ?? call(`kplus.${kind}.from${kind}Name`, name('chart'), literal(this.ids.name(pascalCase(role), pascalCase(named), kind)), literal(named));
    this.references.set(key, known);
    return known;
  };

  /** Says that a ConfigMap is a construct of the chart. */
  provide(configMap: string, variable: string): void {
    this.references.set(`ConfigMap/${configMap}`, name(variable));
  }

  patchAll(variable: string, untyped: readonly Untyped[]): void {
    this.patches += untyped.length;
    for (const { path, value, why } of untyped) this.do(patch(variable, path, value), `${String(path.at(-1))}: ${why}`);
  }
}

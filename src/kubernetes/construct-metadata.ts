import { JsonObject } from '../json/json';

/** What an app tells the validation plugin, in the file that cdk8s itself writes for plugins. */
export interface SonataFlowMetadata {
  /** The paths of constructs, by the identities of their objects. */
  readonly paths: Readonly<Record<string, string>>;
  /** How the operator of the app behaves, and its name. */
  readonly operator?: { readonly name: string; readonly behaviour: object };
  /** What the cluster offers. */
  readonly facts?: object;
  /** Custom resources that are managed elsewhere, as far as the app knows them. */
  readonly known: readonly JsonObject[];
}

/** What tells an object from all others, for people too. */
export function identityName({ kind, name, namespace = '' }: { readonly kind: string; readonly name: string; readonly namespace?: string }): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`;
}

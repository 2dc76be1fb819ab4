import { Manifest } from './manifest';
import { Finding } from '../../findings/finding';

/** What the operator makes, and what is noticed on the way. */
export interface Rendered {
  readonly manifests: readonly Manifest[];
  readonly findings: readonly Finding[];
}

export function rendered(...manifests: readonly Manifest[]): Rendered {
  return { manifests, findings: [] };
}

export function noticed(...findings: readonly Finding[]): Rendered {
  return { manifests: [], findings };
}

/** What was noticed on several ways is told once. */
export function together(...parts: readonly Rendered[]): Rendered {
  return { manifests: parts.flatMap(({ manifests }) => manifests), findings: [...new Set(parts.flatMap(({ findings }) => findings))] };
}

import { Json, JsonObject } from '../../json/json';
import { withoutUndefined } from '../../json/without-undefined';

/** A plain object of the Kubernetes API. */
export interface Manifest extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: ManifestMetadata;
}

export interface ManifestMetadata extends JsonObject {
  name: string;
}

export interface ManifestIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Empty when nothing says which. */
  readonly namespace: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** An object with its metadata; empty labels, annotations and namespaces are left out. */
export function manifest(identity: ManifestIdentity, content: { readonly [field: string]: Json | undefined }): Manifest {
  const { apiVersion, kind, name, namespace, labels = {}, annotations = {} } = identity;
  return withoutUndefined({
    apiVersion,
    kind,
    metadata: withoutUndefined({
      name,
      namespace: namespace === '' ? undefined : namespace,
      labels: Object.keys(labels).length > 0 ? { ...labels } : undefined,
      annotations: Object.keys(annotations).length > 0 ? { ...annotations } : undefined,
    }),
    ...content,
  }) as Manifest;
}

import { Manifest } from './manifest';
import { isJsonObject, JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { givenAnnotations } from '../../model/labels';
import { Landscape } from '../../model/landscape';
import { ResourceMetadata } from '../../model/resource';

/** Labels and annotations that a user gave. */
export interface GivenMetadata {
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/**
 * What a user gave to a custom resource reaches all that is written in its place: the operator hands on some labels of workflows, and nothing
 * of a platform's.
 */
export function withGivenMetadata({ corrected }: Landscape, metadata: ResourceMetadata, manifests: readonly Manifest[]): Manifest[] {
  if (!corrected) return [...manifests];
  const given = { labels: metadata.labels, annotations: givenAnnotations(metadata) };
  return manifests.map((manifest) => withMetadata(manifest, given));
}

/** An object with labels and annotations, and its pods too; the operator's own stay as they are, since selectors rely on them. */
export function withMetadata(manifest: Manifest, given: GivenMetadata): Manifest {
  const metadata = completed(manifest.metadata, given);
  const template = podTemplateOf(manifest);
  if (!template) return metadata === manifest.metadata ? manifest : { ...manifest, metadata } as Manifest;
  const ofPods = completed(asObject(template.metadata), { labels: given.labels, annotations: ofPod(given.annotations) });
  const spec = { ...manifest.spec as JsonObject, template: { ...template, metadata: ofPods } };
  return { ...manifest, metadata, spec } as Manifest;
}

/** What was applied of a Job cannot be changed, so its pods have nothing that a user may change at any time. */
function podTemplateOf({ kind, spec }: Manifest): JsonObject | undefined {
  const { template } = asObject(spec);
  return kind !== 'Job' && isJsonObject(template) && isJsonObject(template.spec) ? template : undefined;
}

/** Argo CD orders objects, never pods: these would be made anew when only the order changes. */
function ofPod(annotations: GivenMetadata['annotations'] = {}): GivenMetadata['annotations'] {
  return Object.fromEntries(Object.entries(annotations).filter(([name]) => !name.startsWith('argocd.argoproj.io/')));
}

function completed<Metadata extends JsonObject>(metadata: Metadata, given: GivenMetadata): Metadata {
  const further = (['labels', 'annotations'] as const).flatMap((field) => {
    const own = asObject(metadata[field]);
    const entries = Object.entries(given[field] ?? {}).filter(([name]) => !Object.hasOwn(own, name)).sort(([a], [b]) => a < b ? -1 : 1);
    return entries.length === 0 ? [] : [[field, { ...own, ...Object.fromEntries(entries) }]];
  });
  return further.length === 0 ? metadata : { ...metadata, ...Object.fromEntries(further) as JsonObject };
}

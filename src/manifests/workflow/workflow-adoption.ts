import { goForm } from '../../go/form';
import { mergeOver } from '../../go/merge';
import { Json, JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';
import { Manifest } from '../parts/manifest';

type Adoption = (inPlace: Manifest, wanted: Manifest) => Manifest;

/**
 * A Deployment that is in place of a workflow's: nobody may change its selector, so this stays, with the labels on which it
 * relies.
 *
 * @see surprises W3
 */
export const adoptDeployment: Adoption = (inPlace, wanted) => {
  const labels = { ...asObject(wanted.metadata.labels), ...asObject(inPlace.metadata.labels) } as Record<string, string>;
  return deploymentWith(inPlace, wanted, labels, asObject(inPlace.spec).selector);
};

/** In development the operator overlooks that a selector may not be changed. */
export const adoptDevDeployment: Adoption = (inPlace, wanted) =>
  deploymentWith(inPlace, wanted, asObject(wanted.metadata.labels) as Record<string, string>, asObject(wanted.spec).selector);

export const adoptKnativeService: Adoption = (inPlace, wanted) => {
  const { template: { spec: pod } } = wanted.spec as { template: { spec: JsonObject } };
  return relabelled({ ...inPlace, spec: { ...specOf(inPlace), template: templateInPlace(inPlace, { spec: pod }) } }, wanted);
};

/** Selector and type stay. */
export const adoptService: Adoption = (inPlace, wanted) => {
  const { ports } = wanted.spec as { ports: Json[] };
  return relabelled({ ...inPlace, spec: { ...specOf(inPlace), ports } }, wanted);
};

/** The data is replaced as a whole. */
export const adoptDefinition: Adoption = (inPlace, wanted) => relabelled({ ...inPlace, data: asObject(wanted.data) }, wanted);

/** The operator's file is replaced, other files stay; if its own is not among them it takes the place of all. */
export const adoptManagedProperties: Adoption = (inPlace, wanted) => {
  const [there, data] = [asObject(inPlace.data), asObject(wanted.data)];
  return relabelled({ ...inPlace, data: Object.keys(data).every((file) => file in there) ? { ...there, ...data } : data }, wanted);
};

function deploymentWith(inPlace: Manifest, wanted: Manifest, labels: Readonly<Record<string, string>>, selector: unknown): Manifest {
  const { finalizers: _finalizers, ...metadata } = inPlace.metadata;
  const { replicas, template } = wanted.spec as { replicas?: number; template: { metadata: JsonObject; spec: JsonObject } };
  const annotations = { ...asObject(metadata.annotations), ...asObject(wanted.metadata.annotations) };
  const { labels: _labels, ...podMetadata } = template.metadata;
  return {
    ...inPlace,
    metadata: { ...metadata, name: metadata.name, labels: { ...labels }, ...Object.keys(annotations).length > 0 && { annotations } },
    spec: {
      ...specOf(inPlace),
      ...replicas !== undefined && { replicas },
      ...selector !== undefined && { selector: selector as JsonObject },
      template: templateInPlace(inPlace, { metadata: podMetadata, spec: template.spec }),
    },
  };
}

/** The template of pods keeps its labels and all that the operator does not speak of, but lists are replaced. */
function templateInPlace(inPlace: Manifest, wanted: JsonObject): JsonObject {
  return mergeOver(goForm(asObject(specOf(inPlace).template)), wanted);
}

function specOf(object: Manifest): JsonObject {
  return asObject(object.spec);
}

/** An object with the labels of another one, and no others. */
function relabelled(object: Manifest, { metadata: { labels } }: Manifest): Manifest {
  const { labels: _replaced, ...metadata } = object.metadata;
  return { ...object, metadata: { ...metadata, name: object.metadata.name, ...labels !== undefined && { labels } } };
}

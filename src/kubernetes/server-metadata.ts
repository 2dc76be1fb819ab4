import { JsonObject } from '../json/json';

/** What the API server and controllers write into the metadata of an object, and owners, which only a cluster has. */
const SERVER_METADATA: readonly string[] = [
  'creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generateName', 'generation', 'managedFields', 'ownerReferences',
  'resourceVersion', 'selfLink', 'uid',
];

export function isServerMetadata(field: string): boolean {
  return SERVER_METADATA.includes(field);
}

/** Metadata as somebody would write it. */
export function withoutServerMetadata(metadata: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(metadata).filter(([field]) => !isServerMetadata(field)));
}

import { Source } from './files';
import { isJsonObject, JsonObject } from '../json/json';
import { groupOf } from '../kubernetes/kinds';

/** Groups of files that are written like objects and are for tools: no API server has them. */
const TOOLS = new Set(['kustomize.config.k8s.io', 'kind.x-k8s.io', 'skaffold', 'client.authentication.k8s.io']);

const SONATAFLOW = /sonata/i;

/** Words of which each object for a cluster and each workflow has one. */
const WORDS = ['apiVersion', 'metadata', 'states'];

/** Whether a file of a folder can be for a cluster at all, as far as that can be seen without parsing it. */
export function mayBeForCluster({ file, text }: Source): boolean {
  // What is no UTF-8 does not show its words.
  return /\.sw\.[a-z]+$/.test(file) || text.includes('\0') || WORDS.some((word) => text.includes(word));
}

/** Whether somebody means a document for a cluster: what looks like an object, be it right or wrong. */
export function isForCluster(object: JsonObject): boolean {
  const { apiVersion, kind, metadata } = object;
  const isTyped = apiVersion !== undefined || kind !== undefined;
  if (typeof apiVersion === 'string' && TOOLS.has(groupOf(apiVersion))) return false;
  if (SONATAFLOW.test(String(apiVersion)) || SONATAFLOW.test(String(kind))) return true;
  if (isJsonObject(metadata)) return isTyped || typeof metadata.name === 'string';
  return isTyped && typeof kind === 'string' && kind.endsWith('List');
}

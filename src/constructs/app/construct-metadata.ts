import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, App } from 'cdk8s';
import { IConstruct } from 'constructs';
import { JsonObject } from '../../json/json';
import { identityName, SonataFlowMetadata } from '../../kubernetes/construct-metadata';

const FILE = 'construct-metadata.json';

/** cdk8s does this where cdk8s-cli asks for it because of a validation plugin; nobody else is to call it. */
interface MetadataWriter {
  writeConstructMetadata?: (apiObjects: ApiObject[]) => void;
}

/**
 * Has cdk8s write into its own file what the validation plugin cannot know of the manifests: cdk8s knows paths by the names of objects alone, which
 * are the same in several namespaces, and nothing of what is managed elsewhere.
 *
 * @param said what the app says of itself, without the paths
 */
export function completeConstructMetadata(root: IConstruct, said: () => Omit<SonataFlowMetadata, 'paths'>): void {
  const writer = root as unknown as MetadataWriter;
  const { writeConstructMetadata: write } = writer;
  if (!(root instanceof App) || write === undefined) return;
  writer.writeConstructMetadata = (apiObjects) => {
    write.call(root, apiObjects);
    const file = join(root.outdir, FILE);
    const metadata = JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
    const sonataflow = { paths: pathsOf(apiObjects), ...said() };
    writeFileSync(file, JSON.stringify({ ...metadata, sonataflow }));
  };
}

function pathsOf(apiObjects: readonly ApiObject[]): Record<string, string> {
  const entries = apiObjects.map(({ kind, name, metadata: { namespace }, node: { path } }) => [identityName({ kind, name, namespace }), path]);
  return Object.fromEntries(entries) as Record<string, string>;
}

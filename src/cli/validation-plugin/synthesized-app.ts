import { dirname, join } from 'node:path';
import { JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { SonataFlowMetadata } from '../../kubernetes/construct-metadata';
import { CustomResource, toResource } from '../../model/resource';
import { ClusterFacts } from '../../values/operator/cluster-facts';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { foundText } from '../../yaml/limited-read';

const FILE = 'construct-metadata.json';

/** What an app said of itself when it was synthesized, beside its manifests. */
export interface SynthesizedApp {
  /** The paths of constructs, by the identities of their objects. */
  readonly paths: Readonly<Record<string, unknown>>;
  readonly operator?: { readonly name: string; readonly behaviour: OperatorBehaviour };
  readonly facts: ClusterFacts;
  /** What is managed elsewhere, as far as the app knows it. */
  readonly known: readonly CustomResource[];
}

/** Reads it from the file that cdk8s writes for validation plugins; of an app without this library there is nothing to know. */
export function synthesizedApp(manifests: readonly string[]): SynthesizedApp {
  const folders = new Set(manifests.flatMap((file) => [dirname(file), dirname(dirname(file))]));
  const [metadata = {}] = [...folders].flatMap((folder) => metadataIn(folder) ?? []);
  const { paths, operator, facts, known } = metadata;
  return {
    paths: asObject(paths),
    operator: operator as SynthesizedApp['operator'],
    facts: asObject(facts) as ClusterFacts,
    known: asList(known).map((resource) => toResource(resource as JsonObject, { locate: () => ({ where: FILE }) }, { context: true })),
  };
}

function metadataIn(folder: string): Partial<SonataFlowMetadata> | undefined {
  try {
    const { sonataflow } = JSON.parse(foundText(join(folder, FILE)) ?? '{}') as { readonly sonataflow?: SonataFlowMetadata };
    return sonataflow;
  } catch {
    return undefined;
  }
}

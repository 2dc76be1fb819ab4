import { Cluster } from './cluster';
import { Severity } from '../findings/finding';
import { LocatedFinding } from '../findings/place';
import { readSources } from '../loader/files';
import { load, LoadedDefinition } from '../loader/loader';
import { createLandscape, indexObjects, Landscape } from '../model/landscape';
import { CustomResource } from '../model/resource';
import { found } from '../rules/found';
import { judge } from '../validation/schema';
import { resolveClusterFacts } from '../values/cluster-facts';
import { LoadedDocument } from '../yaml/yaml';

/** For which cluster files are read, and how. */
interface Reading extends Cluster {
  /** What is in the cluster beside the files: it is known, and not judged. */
  readonly known?: readonly CustomResource[];
  /** @default true */
  readonly corrected?: boolean;
  /** @default Severity.WARNING */
  readonly unknownFields?: Severity;
}

export interface Input {
  readonly landscape: Landscape;
  /** As they were written. */
  readonly documents: readonly LoadedDocument[];
  readonly definitions: readonly LoadedDefinition[];
  /** What is wrong with the files, and what the API server would refuse. */
  readonly findings: readonly LocatedFinding[];
}

export function readInput(files: readonly string[], { operator, facts, corrected, unknownFields, known = [] }: Reading): Input {
  const { sources, findings: unread } = readSources(files);
  const loaded = load(sources, { judge: (object) => judge(operator.crds, object), unknownFields });
  const { resources, refused, objects, documents, definitions, findings } = loaded;
  const landscape = createLandscape({
    operator, facts: resolveClusterFacts(operator, facts), corrected, resources: [...resources, ...refused, ...known], objects: indexObjects(objects),
  });
  return { landscape, documents, definitions, findings: [...unread, ...findings] };
}

/** Of definitions alone no objects are made. */
export function definitionsAlone({ documents, definitions }: Input): LocatedFinding[] {
  return documents.length > 0 ? [] : definitions.map(({ origin }) => found('SF-INPUT-OBJECT', origin, {
    given: 'a workflow definition',
    allowed: 'custom resources: a definition has neither namespace nor profile',
    fix: 'judge it by check, or write a custom resource of it (WorkflowDefinition.fromFile)',
  }));
}

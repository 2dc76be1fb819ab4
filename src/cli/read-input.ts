import { Cluster } from './cluster';
import { Severity } from '../findings/finding';
import { LocatedFinding } from '../findings/place';
import { readSources } from '../loader/files';
import { load } from '../loader/loader';
import { createLandscape, indexObjects, Landscape } from '../model/landscape';
import { CustomResource } from '../model/resource';
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
  /** What is wrong with the files, and what the API server would refuse. */
  readonly findings: readonly LocatedFinding[];
}

export function readInput(files: readonly string[], { operator, facts, corrected, unknownFields, known = [] }: Reading): Input {
  const { sources, findings: unread } = readSources(files);
  const { resources, refused, objects, documents, findings } = load(sources, { judge: (object) => judge(operator.crds, object), unknownFields });
  const landscape = createLandscape({
    operator, facts: resolveClusterFacts(operator, facts), corrected, resources: [...resources, ...refused, ...known], objects: indexObjects(objects),
  });
  return { landscape, documents, findings: [...unread, ...findings] };
}

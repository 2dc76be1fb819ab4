import { readSources, Source } from './files';
import { load } from './loader';
import { Severity } from '../findings/finding';
import { FindingsError } from '../findings/findings-error';
import { inFile, LocatedFinding } from '../findings/place';
import { JsonObject } from '../json/json';
import { ClusterObject } from '../model/landscape';
import { CustomResource } from '../model/resource';
import { foundAt } from '../rules/found';
import { judge } from '../validation/schema';
import { OperatorBehaviour } from '../values/operator/operator-behaviour';
import { ClusterOperator, clusterOperator } from '../values/operator/operator-config';

/** A file with what is in the cluster, as it was read. */
export interface ClusterDump {
  readonly file: string;
  readonly sources: readonly Source[];
  readonly findings: readonly LocatedFinding[];
}

/** What is known of the cluster beside the files. */
export interface KnownObjects {
  readonly resources: readonly CustomResource[];
  readonly objects: readonly ClusterObject[];
  /** All of it as it was written. */
  readonly documents: readonly JsonObject[];
  readonly findings: readonly LocatedFinding[];
}

const NOTHING_KNOWN: KnownObjects = { resources: [], objects: [], documents: [], findings: [] };

/** @param pipes as `readSources` takes it */
export function readClusterDump(file: string, pipes: boolean): ClusterDump {
  const { sources, findings } = readSources([file], { pipes });
  return { file, sources, findings };
}

/**
 * The operator as its own objects in the cluster configure it; nothing where they are not in the dump.
 *
 * @param base the release, where somebody named it
 * @throws SF-OPERATOR when its release is not known, as findings
 */
export function operatorIn({ file, sources }: ClusterDump, base: OperatorBehaviour | undefined): ClusterOperator | undefined {
  const { objects } = load(sources, { judge: (object) => ({ object, writtenBack: object, problems: [] }) });
  const operator = clusterOperator(objects as unknown as readonly JsonObject[], base);
  if (operator && 'rule' in operator) throw new FindingsError([foundAt(operator.rule, inFile(file), { ...operator, fix: 'name the release: --operator, or operator in .sonataflowrc' })]);
  return operator;
}

/** Of what is in a cluster already nothing is to be said, but that it cannot be read. */
export function knownObjects(dump: ClusterDump | undefined, operator: OperatorBehaviour): KnownObjects {
  if (!dump) return NOTHING_KNOWN;
  const { resources, refused, objects, documents, findings } = load(dump.sources, { judge: (object) => judge(operator.crds, object) });
  const broken = findings.filter(({ rule, severity }) => severity === Severity.ERROR && BROKEN.has(rule));
  return {
    resources: [...resources, ...refused].map((resource) => Object.freeze({ ...resource, context: true })),
    objects,
    documents: documents.map(({ object }) => object),
    findings: [...dump.findings, ...broken],
  };
}

const BROKEN: ReadonlySet<string> = new Set(['SF-INPUT-ENCODING', 'SF-INPUT-LIMIT', 'SF-INPUT-YAML']);

interface Named {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
}

/** What is known and not given: what is given is newer than what is in the cluster. */
export function unlessAmong<T extends Named>(given: readonly Named[], known: readonly T[]): T[] {
  const identity = ({ kind, metadata: { namespace, name } }: Named) => `${kind} ${namespace}/${name}`;
  const own = new Set(given.map(identity));
  return known.filter((one) => !own.has(identity(one)));
}

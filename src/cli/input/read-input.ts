import { resolve } from 'node:path';
import { inputNone } from './input-none';
import { Acknowledgement } from '../../acknowledgements/acknowledgement';
import { annotatedAcknowledgements } from '../../acknowledgements/annotations';
import { Severity } from '../../findings/finding';
import { LocatedFinding } from '../../findings/place';
import { ClusterDump, KnownObjects, knownObjects, unlessAmong } from '../../loader/cluster-dump';
import { ReadSources, readSources } from '../../loader/files';
import { landscapesOf, SourceLandscape } from '../../loader/landscapes';
import { load, LoadedDefinition, LoadedInput, SourceCount } from '../../loader/loader';
import { PassedOverPath } from '../../loader/passed-over';
import { ClusterObject, createLandscape, indexObjects, Landscape } from '../../model/landscape';
import { CustomResource } from '../../model/resource';
import { found } from '../../rules/found';
import { judge } from '../../validation/schema';
import { resolveClusterFacts } from '../../values/operator/cluster-facts';
import { LoadedDocument } from '../../yaml/yaml';
import { Cluster } from '../options/cluster';

/** For which cluster files are read, and how. */
export interface Reading extends Cluster {
  /** What is in the cluster: it is known, and not judged. */
  readonly clusterDump?: ClusterDump;
  /** More of the same, which an app knows without a dump. */
  readonly known?: readonly CustomResource[];
  /** @default true */
  readonly corrected?: boolean;
  /** @default Severity.WARNING */
  readonly unknownFields?: Severity;
  /** @default true */
  readonly recursive?: boolean;
  /** One object in two folders is meant for two clusters. @default false */
  readonly apart?: boolean;
  /** How many findings of a rule are told one by one. @default 100 */
  readonly mostOfARule?: number;
  readonly progress?: (text: string) => void;
}

/** What files say of one cluster. */
export interface Input {
  /** The folder that makes it one; nothing where there is only one. */
  readonly folder?: string;
  readonly landscape: Landscape;
  /** All that the landscape is made of, with what is known of the cluster. */
  readonly resources: readonly CustomResource[];
  readonly objects: readonly ClusterObject[];
  /** As they were written. */
  readonly documents: readonly LoadedDocument[];
  /** What the annotations of the resources acknowledge. */
  readonly acknowledgements: readonly Acknowledgement[];
  readonly definitions: readonly LoadedDefinition[];
  /** What is wrong with the files, and what the API server would refuse. */
  readonly findings: readonly LocatedFinding[];
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** What is wrong with files or folders as a whole. */
  readonly findings: readonly LocatedFinding[];
  readonly passedOver: readonly PassedOverPath[];
  /** How many resources there are, each counted once. */
  readonly count: SourceCount;
  /** How many definitions there are. */
  readonly definitions: number;
}

/** Files that were read, whatever for. */
export interface ReadPaths extends ReadSources {
  readonly paths: readonly string[];
}

export function readPaths(paths: readonly string[], { recursive, progress }: Pick<Reading, 'recursive' | 'progress'>): ReadPaths {
  const read = readSources(paths, { recursive, progress: (file, done, total) => progress?.(`reading ${done + 1} of ${total} files: ${file}`) });
  return { ...read, paths };
}

export function readInputs(files: readonly string[], reading: Reading): Inputs {
  return inputsOf(readPaths(files, reading), reading);
}

export function inputsOf({ paths, sources, findings: unread, passedOver }: ReadPaths, reading: Reading): Inputs {
  const { apart = false, clusterDump, progress } = reading;
  const cluster = knownObjects(clusterDump, reading.operator);
  // What is in the cluster may lie in the folder that is gone through.
  const dumpFile = clusterDump && resolve(clusterDump.file);
  const own = sources.filter(({ file, inFolder }) => !inFolder || resolve(file) !== dumpFile);
  const parts: readonly SourceLandscape[] = apart ? landscapesOf(own) : [{ sources: own }];
  const loaded = parts.map((part) => {
    if (part.folder !== undefined) progress?.(`reading ${part.folder}`);
    return { folder: part.folder, ...load(part.sources, loadOptions(reading)) };
  });
  const counts = new Map(loaded.flatMap((input) => [...input.counts]));
  const count = [...counts.values()].reduce((sum, { resources, workflows }) => (
    { resources: sum.resources + resources, workflows: sum.workflows + workflows }
  ), { resources: 0, workflows: 0 });
  const inputs = loaded.map((input) => toInput(input, cluster, reading));
  const findings = [...unread, ...cluster.findings];
  const definitions = new Set(inputs.flatMap((input) => input.definitions.map(({ file }) => file))).size;
  const isWrong = [...findings, ...inputs.flatMap((input) => input.findings)].some(({ severity }) => severity === Severity.ERROR);
  return {
    inputs,
    findings: count.resources === 0 && definitions === 0 && !isWrong ? [...findings, inputNone(paths)] : findings,
    passedOver: [...passedOver, ...loaded.flatMap((input) => input.passedOver)],
    count,
    definitions,
  };
}

/** What files say of one cluster, with all that is wrong with them. */
export function readInput(files: readonly string[], reading: Reading): Input {
  const { inputs: [input], findings } = readInputs(files, { ...reading, apart: false });
  if (!input) throw new Error('files have one landscape');
  return { ...input, findings: [...findings, ...input.findings] };
}

function loadOptions({ operator, unknownFields, mostOfARule }: Reading): Parameters<typeof load>[1] {
  return { judge: (object) => judge(operator.crds, object), unknownFields, mostOfARule };
}

function toInput(
  input: LoadedInput & { readonly folder?: string }, cluster: KnownObjects, { operator, facts, corrected, known = [] }: Reading,
): Input {
  const own = [...input.resources, ...input.refused];
  // What the API server refuses is not judged, so that nothing is found that could be acknowledged.
  const [judged, refused] = [input.resources.map(annotatedAcknowledgements), input.refused.map(annotatedAcknowledgements)];
  const resources = [...own, ...unlessAmong(own, [...known, ...cluster.resources])];
  const objects = [...input.objects, ...unlessAmong(input.objects, cluster.objects)];
  return {
    folder: input.folder,
    landscape: createLandscape({ operator, facts: resolveClusterFacts(operator, facts), corrected, resources, objects: indexObjects(objects) }),
    resources,
    objects,
    documents: input.documents,
    definitions: input.definitions,
    acknowledgements: judged.flatMap(({ acknowledgements }) => acknowledgements),
    findings: [...input.findings, ...[...judged, ...refused].flatMap(({ findings }) => findings)],
  };
}

/** Of definitions alone no objects are made. */
export function definitionsAlone({ documents, definitions }: Pick<Input, 'documents' | 'definitions'>): LocatedFinding[] {
  return documents.length > 0 ? [] : definitions.map(({ origin }) => found('SF-INPUT-OBJECT', origin, {
    given: 'a workflow definition',
    allowed: 'custom resources: a definition has neither namespace nor profile',
    fix: 'judge it by check, or write a custom resource of it (WorkflowDefinition.fromFile)',
  }));
}

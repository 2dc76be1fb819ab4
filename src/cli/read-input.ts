import { Command, Option } from 'commander';
import { OPERATORS } from './operators';
import { Finding, Severity } from '../findings/finding';
import { readSources } from '../loader/files';
import { load } from '../loader/loader';
import { createLandscape, indexObjects, Landscape } from '../model/landscape';
import { judge } from '../validation/schema';
import { ClusterFacts, resolveClusterFacts } from '../values/cluster-facts';
import { OperatorBehaviour } from '../values/operator-behaviour';
import { LoadedDocument } from '../yaml/yaml';

/** What the files are read for: the operator, and what the cluster offers. */
export interface InputOptions extends Pick<ClusterFacts, 'openshift' | 'knative' | 'prometheus' | 'routeDomain'> {
  readonly operator: string;
}

export function addInputOptions(command: Command): Command {
  return command
    .argument('<file...>', 'YAML or JSON files, directories of them, or - for standard input: custom resources, and what else is in the cluster')
    .addOption(new Option('--operator <version>', 'operator of the cluster').choices(Object.keys(OPERATORS)).default('10.1.0'))
    .option('--openshift', 'the cluster is OpenShift')
    .option('--no-knative', 'the cluster has no Knative')
    .option('--no-prometheus', 'the cluster has no Prometheus operator')
    .option('--route-domain <domain>', 'domain of the cluster\'s Routes (OpenShift)');
}

interface Reading {
  readonly operator: OperatorBehaviour;
  readonly facts: ClusterFacts;
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
  readonly findings: readonly Finding[];
}

export function readInput(files: readonly string[], { operator, facts, corrected, unknownFields }: Reading): Input {
  const { sources, findings: unread } = readSources(files);
  const { resources, refused, objects, documents, findings } = load(sources, { judge: (object) => judge(operator.crds, object), unknownFields });
  const landscape = createLandscape({
    operator, facts: resolveClusterFacts(facts), corrected, resources: [...resources, ...refused], objects: indexObjects(objects),
  });
  return { landscape, documents, findings: [...unread, ...findings] };
}

/** Without what is said of custom resources that were refused before. */
export function aboutTheAccepted(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ where }) => where !== '');
}

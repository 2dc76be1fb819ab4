import { Cluster, clusterOf } from './cluster';
import { AcknowledgementOption, InputOptions } from './input-options';
import { Acknowledgement, acknowledgementProblems } from '../../acknowledgements/acknowledgement';
import { Configuration, NO_CONFIGURATION } from '../../configuration/configuration';
import { clusterFactsPath, configurationIn, readConfiguration } from '../../configuration/find-configuration';
import { FindingsError } from '../../findings/findings-error';
import { LocatedFinding } from '../../findings/place';
import { ClusterDump, operatorIn, readClusterDump } from '../../loader/cluster-dump';
import { foundAt } from '../../rules/found';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { DEFAULT_RELEASE, OperatorName, OPERATORS } from '../../values/operator/operator-releases';

/** What a command works with: what it was told, over what the configuration says, over what is taken for granted. */
export interface Settings extends Cluster {
  /** What is in the cluster. */
  readonly clusterDump?: ClusterDump;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly strict: boolean;
  readonly recursive: boolean;
  readonly operatorName: OperatorName;
  /** The operator, and who said so: `osl-1.38 (.sonataflowrc)`. */
  readonly judgedFor: string;
  /** The same for another release, as it was released. */
  readonly ofRelease: (operator: OperatorName) => Cluster & { readonly operatorName: OperatorName };
}

/** @throws what is wrong with the configuration or an acknowledgement, or an operator in the cluster that nobody knows, as findings */
export function settingsOf(options: InputOptions & { readonly strict?: boolean }, folder = process.cwd()): Settings {
  const { configuration, findings } = configurationOf(options, folder);
  const acknowledgements = (options.acknowledge ?? []).map(toAcknowledgement);
  const problems = [...findings, ...acknowledgements.flatMap(problemsOf)];
  if (problems.length > 0) throw new FindingsError(problems);
  const { operator, clusterFacts } = configuration;
  const { brokerClasses, ...facts } = clusterFacts;
  const clusterWith = (base: OperatorBehaviour) => clusterOf({
    ...facts,
    ...given(options),
    registry: options.registry ?? operator.registry,
    tag: options.tag ?? operator.tag,
    image: { ...operator.images, ...options.image },
    brokerClass: { ...brokerClasses, ...options.brokerClass },
  }, base);
  const dumpFile = options.clusterFacts ?? clusterFactsPath(configuration, folder);
  const clusterDump = dumpFile === undefined ? undefined : readClusterDump(dumpFile, options.clusterFacts !== undefined);
  const named = options.operator ?? operator.version;
  const inCluster = clusterDump && operatorIn(clusterDump, named && OPERATORS[named]);
  const operatorName = named ?? inCluster?.name ?? DEFAULT_RELEASE;
  return {
    ...clusterWith(inCluster?.behaviour ?? OPERATORS[operatorName]),
    clusterDump,
    acknowledgements: [...acknowledgements, ...configuration.acknowledgements],
    strict: options.strict ?? configuration.strict ?? false,
    recursive: options.recursive ?? true,
    operatorName,
    judgedFor: `${operatorName} (${origin(options, configuration, inCluster?.name && dumpFile)})`,
    ofRelease: (release) => ({ ...clusterWith(OPERATORS[release]), operatorName: release }),
  };
}

function origin(options: InputOptions, { operator, file }: Configuration, recognizedIn: string | undefined): string {
  if (options.operator !== undefined) return '--operator';
  const said = operator.version === undefined ? recognizedIn : file;
  return said ?? 'default; say --operator';
}

function configurationOf({ config }: InputOptions, folder: string): ReturnType<typeof configurationIn> {
  if (config === false) return { configuration: NO_CONFIGURATION, findings: [] };
  return typeof config === 'string' ? readConfiguration(config, folder) : configurationIn(folder);
}

/** What commander was not told stays away, so that it hides nothing. */
function given(options: InputOptions): Partial<InputOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function toAcknowledgement({ text, rule, namespace, name, reason }: AcknowledgementOption): Acknowledgement {
  return { rule, namespace, name, reason: reason.trim(), said: { where: `--acknowledge ${text}` } };
}

function problemsOf({ rule, reason, said }: Acknowledgement): LocatedFinding[] {
  return acknowledgementProblems(rule, reason).map(({ rule: broken, ...words }) => foundAt(broken, said, words));
}

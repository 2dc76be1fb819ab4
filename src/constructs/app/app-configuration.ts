import { IConstruct } from 'constructs';
import { Configuration } from '../../configuration/configuration';
import { clusterFactsPath, configurationIn } from '../../configuration/find-configuration';
import { FindingsError } from '../../findings/findings-error';
import { ClusterDump, KnownObjects, knownObjects, operatorIn, readClusterDump } from '../../loader/cluster-dump';
import { ClusterFacts } from '../../values/operator/cluster-facts';
import { OperatorBehaviour } from '../../values/operator/operator-behaviour';
import { OPERATORS } from '../../values/operator/operator-releases';
import { OperatorVersion } from '../../values/operator/operator-version';

/** What counts for an app beside its code. */
interface AppConfiguration {
  readonly configuration: Configuration;
  /** What is in the cluster. */
  readonly clusterDump?: ClusterDump;
  /** What the code is not asked for is not looked up. */
  operator?: OperatorVersion;
  readonly known: Map<OperatorBehaviour, KnownObjects>;
}

const CONFIGURATIONS = new WeakMap<IConstruct, AppConfiguration>();

/**
 * The `.sonataflowrc` that counts for an app, read once: that of the working directory.
 *
 * @throws SF-CONFIGURATION when it cannot be used, SF-ACKNOWLEDGE when an acknowledgement in it does not count
 */
export function configurationOf(construct: IConstruct): Configuration {
  return appConfiguration(construct).configuration;
}

/**
 * The operator where the code says nothing of it.
 *
 * @throws SF-OPERATOR when the one in the cluster is of no known release and is not named
 */
export function configuredOperator(construct: IConstruct): OperatorVersion {
  const app = appConfiguration(construct);
  return app.operator ??= operatorOf(app);
}

function operatorOf({ configuration: { operator: { version, registry, tag, images } }, clusterDump }: AppConfiguration): OperatorVersion {
  const inCluster = clusterDump && operatorIn(clusterDump, version && OPERATORS[version]);
  const released = version === undefined ? OperatorVersion.APACHE_10_1_0 : OperatorVersion.fromName(version);
  const base = inCluster ? OperatorVersion._of(inCluster.behaviour) : released;
  return registry === undefined && tag === undefined && images === undefined ? base : OperatorVersion.custom({ base, registry, tag, images });
}

/** What is known of the cluster: what the code says of it comes first. */
export function configuredFacts(construct: IConstruct, facts: ClusterFacts = {}): ClusterFacts {
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...configurationOf(construct).clusterFacts, ...given };
}

/** What is in the cluster, as an operator sees it. */
export function configuredObjects(construct: IConstruct, operator: OperatorBehaviour): KnownObjects {
  const { clusterDump, known } = appConfiguration(construct);
  let objects = known.get(operator);
  if (!objects) known.set(operator, objects = knownObjects(clusterDump, operator));
  return objects;
}

function appConfiguration(construct: IConstruct): AppConfiguration {
  const { root } = construct.node;
  let app = CONFIGURATIONS.get(root);
  if (!app) CONFIGURATIONS.set(root, app = readAppConfiguration(process.cwd()));
  return app;
}

function readAppConfiguration(folder: string): AppConfiguration {
  const { configuration, findings } = configurationIn(folder);
  if (findings.length > 0) throw new FindingsError(findings);
  const dumpFile = clusterFactsPath(configuration, folder);
  const clusterDump = dumpFile === undefined ? undefined : readClusterDump(dumpFile, false);
  if (clusterDump && clusterDump.findings.length > 0) throw new FindingsError(clusterDump.findings);
  return { configuration, clusterDump, known: new Map() };
}

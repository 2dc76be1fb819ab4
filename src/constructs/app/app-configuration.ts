import { IConstruct } from 'constructs';
import { Configuration } from '../../configuration/configuration';
import { configurationIn } from '../../configuration/find-configuration';
import { FindingsError } from '../../findings/findings-error';
import { ClusterFacts } from '../../values/cluster-facts';
import { OperatorVersion } from '../../values/operator-version';

const CONFIGURATIONS = new WeakMap<IConstruct, Configuration>();

/**
 * The `.sonataflowrc` that counts for an app, read once: that of the working directory.
 *
 * @throws SF-CONFIGURATION when it cannot be used, SF-ACKNOWLEDGE when an acknowledgement in it does not count
 */
export function configurationOf(construct: IConstruct): Configuration {
  const { root } = construct.node;
  const known = CONFIGURATIONS.get(root);
  if (known) return known;
  const { configuration, findings } = configurationIn(process.cwd());
  if (findings.length > 0) throw new FindingsError(findings);
  CONFIGURATIONS.set(root, configuration);
  return configuration;
}

/** The operator where the code says nothing of it. */
export function configuredOperator(construct: IConstruct): OperatorVersion {
  const { version, registry, tag, images } = configurationOf(construct).operator;
  const base = version === undefined ? OperatorVersion.APACHE_10_1_0 : OperatorVersion.fromName(version);
  return registry === undefined && tag === undefined && images === undefined ? base : OperatorVersion.custom({ base, registry, tag, images });
}

/** What is known of the cluster: what the code says of it comes first. */
export function configuredFacts(construct: IConstruct, facts: ClusterFacts = {}): ClusterFacts {
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...configurationOf(construct).clusterFacts, ...given };
}

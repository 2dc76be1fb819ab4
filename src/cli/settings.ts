import { dirname, relative, resolve } from 'node:path';
import { Cluster, clusterOf } from './cluster';
import { AcknowledgementOption, InputOptions } from './input-options';
import { Acknowledgement, acknowledgementProblems } from '../acknowledgements/acknowledgement';
import { Configuration, NO_CONFIGURATION } from '../configuration/configuration';
import { configurationIn, readConfiguration } from '../configuration/find-configuration';
import { FindingsError } from '../findings/findings-error';
import { LocatedFinding } from '../findings/place';
import { foundAt } from '../rules/found';
import { DEFAULT_RELEASE, OperatorName } from '../values/operator-releases';

/** What a command works with: what it was told, over what the configuration says, over what is taken for granted. */
export interface Settings extends Cluster {
  /** A file with what is in the cluster. */
  readonly clusterFactsFile?: string;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly strict: boolean;
  readonly recursive: boolean;
  readonly operatorName: OperatorName;
  /** The operator, and who said so: `osl-1.38 (.sonataflowrc)`. */
  readonly judgedFor: string;
}

/** @throws what is wrong with the configuration or an acknowledgement, as findings */
export function settingsOf(options: InputOptions & { readonly strict?: boolean }, folder = process.cwd()): Settings {
  const { configuration, findings } = configurationOf(options, folder);
  const acknowledgements = (options.acknowledge ?? []).map(toAcknowledgement);
  const problems = [...findings, ...acknowledgements.flatMap(problemsOf)];
  if (problems.length > 0) throw new FindingsError(problems);
  const { operator, clusterFacts, clusterFactsFile, file } = configuration;
  const version = options.operator ?? operator.version;
  const { brokerClasses, ...facts } = clusterFacts;
  return {
    ...clusterOf({
      ...facts,
      ...given(options),
      operator: version,
      registry: options.registry ?? operator.registry,
      tag: options.tag ?? operator.tag,
      image: { ...operator.images, ...options.image },
      brokerClass: { ...brokerClasses, ...options.brokerClass },
    }),
    clusterFactsFile: options.clusterFacts ?? (clusterFactsFile === undefined ? undefined : besideConfiguration(clusterFactsFile, file, folder)),
    acknowledgements: [...acknowledgements, ...configuration.acknowledgements],
    strict: options.strict ?? configuration.strict ?? false,
    recursive: options.recursive ?? true,
    operatorName: version ?? DEFAULT_RELEASE,
    judgedFor: `${version ?? DEFAULT_RELEASE} (${origin(options, configuration)})`,
  };
}

function origin(options: InputOptions, { operator, file }: Configuration): string {
  if (options.operator !== undefined) return '--operator';
  return operator.version === undefined || file === undefined ? 'default; say --operator' : file;
}

function configurationOf({ config }: InputOptions, folder: string): ReturnType<typeof configurationIn> {
  if (config === false) return { configuration: NO_CONFIGURATION, findings: [] };
  return typeof config === 'string' ? readConfiguration(config, folder) : configurationIn(folder);
}

/** What a configuration names is beside it. */
function besideConfiguration(path: string, file: string | undefined, folder: string): string {
  return file === undefined ? path : relative(folder, resolve(folder, dirname(file), path)) || path;
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

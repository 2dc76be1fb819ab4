import { Command, InvalidArgumentError } from 'commander';
import { addClusterOptions, ClusterOptions } from './cluster-options';

/** What is said about the files of a command, and about the cluster that they are for. */
export interface InputOptions extends ClusterOptions {
  /** A configuration, or that there is none. */
  readonly config?: string | false;
  readonly acknowledge?: readonly AcknowledgementOption[];
  readonly recursive?: boolean;
}

/** `RULE:NAMESPACE/NAME=REASON`. */
export interface AcknowledgementOption {
  readonly text: string;
  readonly rule: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly reason: string;
}

/** What a command does. */
export type Run<Options extends InputOptions> = (files: readonly string[], options: Options) => void;

export function addInputOptions(command: Command): Command {
  command
    .argument('<file...>', 'YAML or JSON files, folders of them, or - for standard input: custom resources, and what else is in the cluster')
    .option('--no-recursive', 'leave the folders in folders alone')
    .option('--acknowledge <rule[:namespace/name]=reason>', 'take back what is found, with * and ?; repeatable', parseAcknowledgement)
    .option('--config <file>', 'a configuration in place of the .sonataflowrc of the folder or of those above it, up to the root of the repository')
    .option('--no-config', 'no configuration')
    .hook('preAction', (_command, called) => {
      const { clusterFacts } = called.opts<InputOptions>();
      if (clusterFacts === '-' && called.args.includes('-')) called.error('error: standard input twice; allowed: once');
    });
  return addClusterOptions(command);
}

function parseAcknowledgement(text: string, before: readonly AcknowledgementOption[] = []): readonly AcknowledgementOption[] {
  const [, rule, namespace, name, reason] = /^([^:=]+)(?::([^/=]+)\/([^/=]+))?=(.*)$/s.exec(text) ?? [];
  if (rule === undefined || reason === undefined) {
    throw new InvalidArgumentError('allowed: RULE[:NAMESPACE/NAME]=REASON, such as "SF-PLATFORM-NONE:team-*/*=the platform team has it"');
  }
  return [...before, { text, rule, namespace, name, reason }];
}

import { Command } from 'commander';
import { addClusterOptions, ClusterOptions } from './cluster-options';

/** What is said about the files of a command. */
export interface InputOptions extends ClusterOptions { }

/** What a command does. */
export type Run<Options extends InputOptions> = (files: readonly string[], options: Options) => void;

export function addInputOptions(command: Command): Command {
  command.argument('<file...>', 'YAML or JSON files, directories of them, or - for standard input: custom resources, and what else is in the cluster');
  return addClusterOptions(command);
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import statement would load all commands at every start, and `--help` needs none */
import { Command, CommanderError } from 'commander';
import { addCheck } from './check-command';
import { addConvert, addInit } from './convert-command';
import { addDiff } from './diff-command';
import { ExitStatus, Terminal } from './exit-status';
import { addExplain } from './explain-command';
import { addGraph } from './graph-command';
import { addImages } from './images-command';
import { InputOptions, Run } from './input-options';
import { packageVersion } from './package';
import { addRender } from './render-command';
import { addRules } from './rules-command';
import { addUpgradePlan } from './upgrade-plan-command';
import { FindingsError } from '../findings/findings-error';
import { printableLine } from '../findings/printable';

type CommandCode<Options> = (files: readonly string[], options: Options, terminal: Terminal) => ExitStatus;

/** Runs the command line and says how it ended. */
export function program(args: readonly string[], terminal: Terminal): ExitStatus {
  let status = ExitStatus.OK;
  const command = new Command('cdk8s-sonataflow')
    .description('Shows what the SonataFlow operator makes of custom resources (sonataflow.org/v1alpha08), and what is wrong with them.')
    .version(packageVersion(), '-V, --version', 'output the version of this library')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text.split('\n').map(printableLine).join('\n')) })
    .showHelpAfterError('(add --help for the options and examples)');
  const run = <Options extends InputOptions>(load: () => CommandCode<Options>): Run<Options> => (files, options) => {
    status = load()(files, options, terminal);
  };
  addRender(command, run(() => (require('./render') as typeof import('./render')).render));
  addCheck(command, run(() => (require('./check') as typeof import('./check')).check));
  addExplain(command, run(() => (require('./explain') as typeof import('./explain')).explain));
  addConvert(command, run(() => (require('./convert') as typeof import('./convert')).convert));
  addInit(command, (directory, options) => { status = (require('./init') as typeof import('./init')).init(directory, options, terminal); });
  addDiff(command, run(() => (require('./diff') as typeof import('./diff')).diff));
  addUpgradePlan(command, run(() => (require('./upgrade-plan') as typeof import('./upgrade-plan')).upgradePlan));
  addImages(command, run(() => (require('./images') as typeof import('./images')).images));
  addGraph(command, run(() => (require('./graph') as typeof import('./graph')).graph));
  addRules(command, (rule) => { status = (require('./rules') as typeof import('./rules')).rules(rule, terminal); });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof FindingsError) return refused(error, terminal);
    if (!(error instanceof CommanderError)) throw error;
    // commander says how it is wrong by itself; asking for help is not wrong.
    return error.exitCode === 0 ? ExitStatus.OK : ExitStatus.USAGE;
  }
  return status;
}

/** What is wrong with how a command is called, its configuration included. */
function refused({ findings }: FindingsError, terminal: Terminal): ExitStatus {
  const { printFindings } = require('./print-findings') as typeof import('./print-findings');
  printFindings(findings, terminal);
  return ExitStatus.USAGE;
}

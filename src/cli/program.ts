/* eslint-disable @typescript-eslint/no-require-imports -- an import statement would load at every start what only a refusal needs */
import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands';
import { ExitStatus, Terminal } from './exit-status';
import { packageVersion } from './package';
import { printableLine } from '../findings/printable';

/** Runs the command line and says how it ended. */
export function program(args: readonly string[], terminal: Terminal): ExitStatus {
  let status = ExitStatus.OK;
  const command = new Command('cdk8s-sonataflow')
    .description('Shows what the SonataFlow operator makes of custom resources (sonataflow.org/v1alpha08), and what is wrong with them.')
    .version(packageVersion(), '-V, --version', 'output the version of this library')
    .configureHelp({ subcommandTerm: (listed) => `${listed.name()} ${listed.usage()}` })
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text.split('\n').map(printableLine).join('\n')) })
    .showHelpAfterError('(add --help for the options and examples)');
  for (const { name, usage, summary, define } of COMMANDS) {
    const listed = command.command(name).summary(summary);
    // A word that is its name may ask for it; the others are only listed.
    if (args.includes(name)) define(listed, terminal, (ended) => { status = ended; });
    else listed.usage(usage);
  }
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) return refused(error, terminal);
    // commander says how it is wrong by itself; asking for help is not wrong.
    return error.exitCode === 0 ? ExitStatus.OK : ExitStatus.USAGE;
  }
  return status;
}

/** What is wrong with how a command is called, its configuration included. */
function refused(error: unknown, terminal: Terminal): ExitStatus {
  const { FindingsError } = require('../findings/findings-error') as typeof import('../findings/findings-error');
  if (!(error instanceof FindingsError)) throw error;
  const { printFindings } = require('./output/print-findings') as typeof import('./output/print-findings');
  printFindings(error.findings, terminal);
  return ExitStatus.USAGE;
}

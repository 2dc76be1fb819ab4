import { Command, CommanderError } from 'commander';
import { addCheck } from './check';
import { ExitStatus, Terminal } from './exit-status';
import { addExplain } from './explain';
import { addRender } from './render';

/** Runs the command line and says how it ended. */
export function program(args: readonly string[], terminal: Terminal): ExitStatus {
  let status = ExitStatus.OK;
  const command = new Command('cdk8s-sonataflow')
    .description('Shows what the SonataFlow operator makes of custom resources (sonataflow.org/v1alpha08), and what is wrong with them.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .showHelpAfterError('(add --help for the options and examples)');
  for (const add of [addRender, addCheck, addExplain]) add(command, terminal, (ended) => { status = ended; });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // commander says how it is wrong by itself; asking for help is not wrong.
    return error.exitCode === 0 ? ExitStatus.OK : ExitStatus.USAGE;
  }
  return status;
}

import { InitOptions } from './convert-command';
import { repositoryName } from './convert-report';
import { ExitStatus, Terminal } from '../exit-status';
import { formatterProblem } from './formatter';
import { directoryProblem, writeRepository } from './new-repository';
import { convertSources } from '../../convert/conversion';
import { newProgram } from '../../convert/new-program';
import { shellWord } from '../../findings/words';
import { DEFAULT_RELEASE } from '../../values/operator/operator-releases';
import { printFindings } from '../output/print-findings';
import { packageVersion } from '../package';

/** Runs the command `init`. */
export function init(directory: string, { language }: InitOptions, terminal: Terminal): ExitStatus {
  const { files } = convertSources(newProgram({ name: repositoryName(directory), language, version: packageVersion(), operator: DEFAULT_RELEASE }));
  const unformatted = formatterProblem(files.map(([path]) => path));
  if (unformatted !== undefined) {
    terminal.err(`${unformatted}\n`);
    return ExitStatus.REFUSED;
  }
  const problem = directoryProblem(directory) ?? writeRepository(directory, files);
  if (problem) {
    printFindings([problem], terminal);
    return ExitStatus.REFUSED;
  }
  terminal.out(files.map(([path]) => `${directory}/${path}\n`).join(''));
  const install = language === 'python' ? 'npm install && pip install -r requirements.txt' : 'npm install';
  terminal.err(`next: cd ${shellWord(directory.startsWith('-') ? `./${directory}` : directory)} && ${install} && npm run synth && npm test\n`);
  return ExitStatus.OK;
}

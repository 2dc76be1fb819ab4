import { setFlagsFromString } from 'node:v8';
import { engineFlags } from './engine';
import { ExitStatus } from './exit-status';
import { isColoured } from './output/colour';
import { Progress } from './output/progress';
import { StandardOutput } from './output/standard-output';
import { program } from './program';
import { printableLine } from '../findings/printable';

for (const flag of engineFlags(process.version)) setFlagsFromString(flag);

const unwritten = ({ code }: NodeJS.ErrnoException, stream: 'stdout' | 'stderr') => {
  // A reader such as `head` may stop reading; that is no mistake of anybody's.
  if (code === 'EPIPE') return;
  if (stream === 'stdout') process.stderr.write(`stdout: error: SF-OUTPUT-FILE: cannot be written (${code})\n`);
  process.exitCode = ExitStatus.REFUSED;
};
for (const stream of ['stdout', 'stderr'] as const) process[stream].on('error', (error) => unwritten(error, stream));

const output = new StandardOutput((error) => unwritten(error, 'stdout'));
const progress = new Progress((text) => process.stderr.write(text));
const status = program(process.argv.slice(2), {
  out: (text) => {
    progress.clear();
    output.write(text);
  },
  err: (text) => {
    progress.clear();
    process.stderr.write(text);
  },
  coloured: { out: isColoured(process.stdout, process.env), err: isColoured(process.stderr, process.env) },
  // The types say that it always is one or the other.
  progress: (process.stderr.isTTY as boolean | undefined) ? (text) => progress.show(printableLine(text)) : undefined,
});
progress.clear();

// What could not be written has been noticed already, or will be.
process.exitCode ||= status;

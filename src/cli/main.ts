#!/usr/bin/env node
import { ExitStatus } from './exit-status';
import { program } from './program';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // A reader such as `head` may stop reading; that is no mistake of anybody's.
    if (code === 'EPIPE') return;
    if (stream !== process.stderr) process.stderr.write(`stdout: error: SF-OUTPUT-FILE: cannot be written (${code})\n`);
    process.exitCode = ExitStatus.REFUSED;
  });
}

const status = program(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  coloured: { out: isColoured(process.stdout), err: isColoured(process.stderr) },
});

// What could not be written has been noticed already, or will be.
process.exitCode ||= status;

/** @see https://no-color.org */
function isColoured(stream: { readonly isTTY: boolean }): boolean {
  return stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

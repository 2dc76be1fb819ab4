#!/usr/bin/env node
import { program } from './program';

// A reader such as `head` may stop reading; that is no mistake of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = program(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  coloured: { out: isColoured(process.stdout), err: isColoured(process.stderr) },
});

/** @see https://no-color.org */
function isColoured(stream: { readonly isTTY: boolean }): boolean {
  return stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

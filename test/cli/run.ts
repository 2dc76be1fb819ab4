import { program } from '../../src/cli/program';

export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export function run(...args: string[]): Run {
  const written = { out: '', err: '' };
  const status = program(args, {
    out: (text) => { written.out += text; },
    err: (text) => { written.err += text; },
    coloured: { out: false, err: false },
  });
  return { status, ...written };
}

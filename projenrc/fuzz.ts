import { parseArgs } from 'node:util';
import { fuzz } from '../test/hostile/fuzz';

/** Looks for input that breaks something: `npm run fuzz -- --runs 100000 --seed 7`. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string' } } });
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);

process.stdout.write(`seed ${seed}\n`);
fuzz(Number(values.runs), seed);

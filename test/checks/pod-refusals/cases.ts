import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATOR_RELEASE_NAMES, OperatorRelease } from '../../../src/values/operator/operator-releases';

/** Custom resources, and whether a cluster takes all that an operator makes of them; the README says how they came to be. */
export interface PodCase {
  readonly name: string;
  readonly input: string;
  readonly refused: boolean;
  readonly releases: readonly OperatorRelease[];
}

export const POD_CASES: readonly PodCase[] = readFileSync(join(__dirname, 'verdicts.txt'), 'utf8').trim().split('\n').map((line) => {
  const [name, verdict, release] = line.split(' ');
  return {
    name,
    input: join(__dirname, 'cases', `${name}.yaml`),
    refused: verdict === 'refused',
    releases: OPERATOR_RELEASE_NAMES.filter((known) => release === 'both' ? known === '1.x' || known === '10.1.0' : known === release),
  };
});

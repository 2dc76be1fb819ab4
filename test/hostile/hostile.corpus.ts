import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messages, runAll, statuses } from './commands';
import { isPlainText } from '../../src/findings/printable';

const INPUTS = join(__dirname, 'inputs');
const read = (name: string) => readFileSync(join(INPUTS, name), 'utf8');
const LONGEST_OUTPUT = 200_000;

describe.each(readdirSync(INPUTS).filter((name) => name.endsWith('.yaml')))('%s', (name) => {
  test('ends every command with plain messages, none of which has a secret', () => {
    for (const [command, result] of runAll(read(name))) {
      expect(statuses(command)).toContain(result.status);
      expect(messages(command, result)).not.toMatch(/CANAR|12345678|\n\s+at .+:\d+:\d+/);
      for (const line of result.out.split('\n').concat(result.err.split('\n'))) expect(isPlainText(line)).toBe(true);
      expect(result.out.length + result.err.length).toBeLessThan(LONGEST_OUTPUT);
    }
  });
});

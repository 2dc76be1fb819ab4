import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../src/loader/files';
import { load } from '../../src/loader/loader';

const cases = join(__dirname, '../../../shared/conformance/cases');
const names = existsSync(cases) ? readdirSync(cases).sort() : [];
const isInvalid = (name: string) => readFileSync(join(cases, name, 'outcome.10.1.0.txt'), 'utf8').trim() === 'invalid';

(names.length > 0 ? describe : describe.skip)('the input of each conformance case (skipped without ../shared)', () => {
  test.each(names.length > 0 ? names : ['none'])('%s is read without error', (name) => {
    const { sources, findings } = readSources([join(cases, name, 'input.yaml')]);
    const loaded = load(sources, { judge: (object) => ({ object, problems: [] }) });
    expect(loaded.resources.length).toBeGreaterThan(0);
    const errors = [...findings, ...loaded.findings].filter(({ severity }) => severity === 'error');
    if (!isInvalid(name)) expect(errors).toEqual([]);
  });
});

import { join } from 'node:path';
import { CASES, readCases } from './cases';
import { readSources } from '../../src/loader/files';
import { load } from '../../src/loader/loader';

describe('the input of each case', () => {
  test.each(readCases('10.1.0').map(({ name, outcome }) => [name, outcome]))('%s is read without error', (name, outcome) => {
    const { sources, findings } = readSources([join(CASES, name, 'input.yaml')]);
    const loaded = load(sources, { judge: (object) => ({ object, writtenBack: object, problems: [] }) });
    expect(loaded.resources.length).toBeGreaterThan(0);
    const errors = [...findings, ...loaded.findings].filter(({ severity }) => severity === 'error');
    if (outcome !== 'invalid') expect(errors).toEqual([]);
  });
});

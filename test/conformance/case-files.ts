import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { JsonObject } from '../../src/values/json';

const CASES = join(__dirname, '../../../shared/conformance/cases');

/** One situation and what the operator of a release made of it. */
export interface CaseFiles {
  readonly name: string;
  readonly flags: string;
  readonly outcome: string;
  readonly input: readonly JsonObject[];
  readonly expected: readonly JsonObject[];
}

/** The cases of a release; none where they are not at hand. */
export function caseFiles(release: '10.1.0' | '1.x'): readonly CaseFiles[] {
  if (!existsSync(CASES)) return [];
  return readdirSync(CASES).sort().map((name) => {
    const read = (file: string) => existsSync(join(CASES, name, file)) ? readFileSync(join(CASES, name, file), 'utf8') : '';
    const documents = (file: string) => parseAllDocuments(read(file)).map((document) => document.toJS() as JsonObject).filter((object) => object);
    return {
      name,
      flags: read('flags.txt'),
      outcome: read(`outcome.${release}.txt`).trim() || 'ok',
      input: documents('input.yaml'),
      expected: documents(`expected.${release}.yaml`),
    };
  });
}

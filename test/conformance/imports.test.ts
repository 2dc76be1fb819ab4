import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { schemaFiles } from '../../projenrc/schema-files';

const crds = resolve(__dirname, '../../../shared/crds');

(existsSync(crds) ? test : test.skip)('imports/schemas/ is what `npx projen import:crds` makes of ../shared/crds', () => {
  for (const [name, content] of schemaFiles(crds)) {
    // A comparison of strings this long would take jest minutes to explain.
    expect(`${name} ${readFileSync(resolve(__dirname, '../../imports/schemas', name), 'utf8') === content}`).toBe(`${name} true`);
  }
});

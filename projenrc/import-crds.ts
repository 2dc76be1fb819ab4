import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCrds, schemaFiles } from './schema-files';
import { madeOf, typedCrds } from './typed-crds';

/** The CLI weighs 93 MB, so it is no development dependency. */
const CDK8S_CLI = 'cdk8s-cli@2.207.60';

function typesOf(crds: string): string {
  const work = mkdtempSync(join(tmpdir(), 'import-crds-'));
  try {
    const file = join(work, 'crds.yaml');
    writeFileSync(file, crds);
    execFileSync('npx', ['-y', CDK8S_CLI, 'import', file, '--language', 'typescript', '--output', work, '--no-save', '--check-upgrade', 'false'],
      { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
    return `${madeOf(crds)}\n${readFileSync(join(work, 'sonataflow.org.ts'), 'utf8')}`;
  } finally {
    rmSync(work, { recursive: true });
  }
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npx projen import:crds FOLDER   (a folder with the CRDs of each operator version, as ../shared/crds)');
  process.exit(2);
}
const crds = readCrds(folder);
const files = new Map([
  ...[...schemaFiles(crds)].map(([name, content]): [string, string] => [join('schemas', name), content]),
  ['sonataflow.org.ts', typesOf(typedCrds(crds))],
]);
const imports = resolve(__dirname, '..', 'imports');
rmSync(imports, { recursive: true, force: true });
mkdirSync(join(imports, 'schemas'), { recursive: true });
for (const [name, content] of files) writeFileSync(join(imports, name), content);

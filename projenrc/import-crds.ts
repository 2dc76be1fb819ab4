import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { readCrds as readSchemas, schemaFiles } from './schema-files';
import { Json } from './structural-schemas';

/** The CLI weighs 93 MB, so it is no development dependency. */
const CDK8S_CLI = 'cdk8s-cli@2.207.60';

/** The CRDs of this operator version know every field of the others. */
const SUPERSET = '1.x';

/** A field may itself be called `description`, so only strings are prose. */
function withoutDescriptions(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([key, child]) => key !== 'description' || typeof child !== 'string')
    .map(([key, child]) => [key, withoutDescriptions(child)]));
}

function readCrds(folder: string): Json[] {
  return readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort()
    .map((file) => withoutDescriptions(parse(readFileSync(join(folder, file), 'utf8'))));
}

function importTypes(crds: Json[], output: string): void {
  const work = mkdtempSync(join(tmpdir(), 'import-crds-'));
  try {
    // `cdk8s import` reads only the first file it is given.
    const all = join(work, 'crds.yaml');
    writeFileSync(all, crds.map((crd) => stringify(crd)).join('---\n'));
    execFileSync('npx', ['-y', CDK8S_CLI, 'import', all, '--language', 'typescript', '--output', output, '--no-save', '--check-upgrade', 'false'],
      { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  } finally {
    rmSync(work, { recursive: true });
  }
}

function importSchemas(folder: string, output: string): void {
  rmSync(output, { recursive: true, force: true });
  for (const [name, content] of schemaFiles(readSchemas(folder))) {
    mkdirSync(dirname(join(output, name)), { recursive: true });
    writeFileSync(join(output, name), content);
  }
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: npx projen import:crds FOLDER   (a folder with the CRDs of each operator version, as ../shared/crds)');
  process.exit(2);
}
const imports = resolve(__dirname, '..', 'imports');
importSchemas(folder, join(imports, 'schemas'));
importTypes(readCrds(join(folder, SUPERSET)), imports);

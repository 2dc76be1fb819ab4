import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readCrd, structuralSchemaFile } from './structural-schemas';
import { validationCodeFile } from './validation-code';

/** The kinds that a user writes; the operator writes the fourth, SonataFlowBuild. */
const JUDGED_KINDS = new Set(['SonataFlowPlatform', 'SonataFlowClusterPlatform', 'SonataFlow']);

/**
 * All files of `imports/schemas/`: name, and content.
 *
 * @param folder has the CRDs of each operator version in a folder of its own
 */
export function schemaFiles(folder: string): Map<string, string> {
  const crds = readdirSync(folder).sort().flatMap((version) => readdirSync(join(folder, version)).sort()
    .map((file) => ({ version, ...readCrd(parse(readFileSync(join(folder, version, file), 'utf8'))) }))
    .filter(({ kind }) => JUDGED_KINDS.has(kind)));
  return new Map([
    ...crds.map(({ version, ...crd }): [string, string] => [`${version}/${crd.kind.toLowerCase()}.ts`, structuralSchemaFile(crd)]),
    ['validators.ts', validationCodeFile(Object.fromEntries(crds.map(({ version, kind, schema }) => [`${version}/${kind}`, schema])))],
  ]);
}

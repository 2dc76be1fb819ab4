import { parse } from 'yaml';
import { DefinitionFiles } from './files/definition-files';
import { asObject } from '../json/lenient';

/** The ids of the definitions among some files; one that cannot be read has none. */
export function definitionIds({ paths, read }: DefinitionFiles): string[] {
  return paths.filter((path) => /\.sw\.(?:json|ya?ml)$/.test(path)).flatMap((path) => {
    try {
      const { id } = asObject(parse(read(path) ?? '', { uniqueKeys: false, logLevel: 'silent' }));
      return typeof id === 'string' ? [id] : [];
    } catch {
      return [];
    }
  });
}

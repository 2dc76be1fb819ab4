import { Source } from './files';
import { readYaml } from '../yaml/yaml';

/** The documents of a file, and what is wrong with it. */
export type ParsedSource = ReturnType<typeof readYaml>;

const PARSED = new WeakMap<Source, ParsedSource>();

/** Parses a file the first time it is asked for: it may be a part of several landscapes. */
export function parsed(source: Source): ParsedSource {
  let known = PARSED.get(source);
  if (!known) PARSED.set(source, known = readYaml(source.text, source.file));
  return known;
}


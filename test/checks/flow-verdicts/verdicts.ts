import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { copyJson, isJsonObject, Json, JsonObject } from '../../../src/json/json';
import { DefinitionFiles } from '../../../src/workflow-definition/files/definition-files';

export type Verdict = 'accepted' | 'refused' | 'fails-when-run';

/** A definition with what the engine says to it. */
export interface Judged {
  readonly name: string;
  readonly verdict: Verdict;
  /** Not there where the text is neither JSON nor YAML. */
  readonly definition?: JsonObject;
}

interface Line {
  readonly case: string;
  readonly verdict: Verdict;
  readonly definition?: JsonObject;
  readonly of?: string;
  readonly changes?: ReadonlyArray<[path: Array<string | number>, value?: Json]>;
  readonly file?: string;
  readonly text?: string;
}

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

/** What lies beside each definition. */
export function filesBeside(): DefinitionFiles {
  const files = new Map(Object.entries(JSON.parse(read('files.json')) as Record<string, string>));
  return { paths: [...files.keys()], read: (path) => files.get(path) };
}

export function judged(): Judged[] {
  const lines = read('definitions.jsonl').trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
  const whole = new Map(lines.flatMap(({ case: name, definition }) => definition ? [[name, definition]] : []));
  return lines.map(({ case: name, verdict, definition, of, changes = [], file = '', text = '' }) => ({
    name, verdict, definition: definition ?? (of === undefined ? parsed(text, file) : changed(whole.get(of)!, changes)),
  }));
}

function changed(base: JsonObject, changes: NonNullable<Line['changes']>): JsonObject {
  const root: JsonObject = { root: copyJson(base) };
  for (const [path, ...value] of changes) {
    const steps = ['root', ...path];
    const holder = steps.slice(0, -1).reduce<Json>((node, step) => (node as JsonObject)[step], root) as JsonObject;
    const last = steps[steps.length - 1];
    if (value.length === 0) delete holder[last];
    else holder[last] = value[0] as Json;
  }
  return root.root as JsonObject;
}

/** The first document counts, and of a key that is there twice the later. */
function parsed(text: string, file: string): JsonObject | undefined {
  try {
    const value: unknown = file.endsWith('.json') ? JSON.parse(text) : parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' })[0]?.toJS();
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

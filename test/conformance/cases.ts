import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deepFreeze } from '../../src/json/json';
import { OPERATOR_RELEASE_NAMES, OperatorRelease } from '../../src/values/operator/operator-releases';
import { yamlObjects } from '../yaml-objects';

/** What the real operator made of custom resources; its README says how the files came to be. */
export const CASES = join(__dirname, 'cases');

export const RELEASES = OPERATOR_RELEASE_NAMES;
export type Release = OperatorRelease;

/** Those of whose objects Kubernetes was asked what it refuses. */
export const REVIEWED = ['10.1.0', '1.x'] as const satisfies readonly Release[];

export interface Case {
  readonly name: string;
  readonly input: string;
  readonly flags: readonly string[];
  readonly outcome: 'ok' | 'invalid' | 'error';
  readonly expected: string;
  /** Lines of what Kubernetes' own validation refuses in `expected`. */
  readonly rejects: readonly string[];
}

/** Those that a differential fuzz found. */
export const FUZZED = join(__dirname, 'fuzzed');

/** The cases that the operator of a release was given. */
export function readCases(release: Release, folder = CASES): Case[] {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, `outcome.${release}.txt`))).sort().map((name) => {
    const read = (file: string) => existsSync(join(folder, name, file)) ? readFileSync(join(folder, name, file), 'utf8') : '';
    return {
      name,
      input: read('input.yaml'),
      flags: read('flags.txt').split(/\s+/).filter(Boolean),
      outcome: (read(`outcome.${release}.txt`).trim() || 'ok') as Case['outcome'],
      expected: read(`expected.${release}.yaml`),
      rejects: read(`rejects.${release}.txt`).split('\n').filter(Boolean),
    };
  });
}

type Value = unknown;

/** What Go writes although it says nothing is left out on both sides. */
function normal(value: Value, path: readonly string[] = []): Value {
  if (Array.isArray(value)) return value.map((item, i) => normal(item, [...path, String(i)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([key, child]) => !isSilent([...path, key], child))
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([key, child]) => [key, normal(child, [...path, key])]));
}

function isSilent(path: readonly string[], value: Value): boolean {
  if (value === null) return true;
  const key = path[path.length - 1];
  const empty = typeof value === 'object' && Object.keys(value).length === 0;
  return (empty && ['resources', 'strategy', 'status'].includes(key)) || (path.length === 1 && key === 'status');
}

interface Identified { readonly apiVersion: string; readonly kind: string; readonly metadata: { readonly name: string; readonly namespace?: string } }

/** Objects by identity, comparable. */
export function byIdentity(objects: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(objects.map((object) => {
    const { apiVersion, kind, metadata } = object as Identified;
    return [`${apiVersion} ${kind} ${metadata.namespace ?? ''} ${metadata.name}`, normal(object)] as const;
  }).sort(([a], [b]) => a < b ? -1 : 1));
}

const parsed = new Map<string, unknown[]>();

/** The objects of a text; in a suite each text is parsed once. */
export function readObjects(text: string): unknown[] {
  const known = parsed.get(text);
  if (known) return known;
  const objects = yamlObjects(text).map(deepFreeze);
  parsed.set(text, objects);
  return objects;
}

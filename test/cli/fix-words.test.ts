import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as library from '../../src';
import { checkFiles } from '../../src/cli/check/check-files';
import { clusterOf } from '../../src/cli/options/cluster';
import { CASES } from '../conformance/cases';

const CLASSES = Object.entries(library).filter(([, value]) => typeof value === 'function').map(([name]) => name);

test('no fix of check speaks of a class', () => {
  const findings = readdirSync(CASES).flatMap((name) => checkFiles([join(CASES, name, 'input.yaml')], clusterOf({})).findings);
  expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThan(20);
  const named = findings.filter(({ fix }) => CLASSES.some((name) => new RegExp(`\\b${name}\\b`).test(fix)));
  expect(named.map(({ rule, fix }) => `${rule}: ${fix}`)).toEqual([]);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Case, readCases, Release, RELEASES } from './cases';
import { findingsOfCase } from './findings';
import { HANDLED } from './handled-errors';
import { describeFinding, Finding, Severity } from '../../src/findings/finding';

/** Run with UPDATE_FINDINGS=1 to write the golden files anew; then read what has changed. */
const UPDATE = process.env.UPDATE_FINDINGS === '1';

const golden = (release: Release) => join(__dirname, `findings.${release}.txt`);

interface Judged extends Case { readonly findings: readonly Finding[] }

const judged = (release: Release): Judged[] => readCases(release).map((given) => ({ ...given, findings: findingsOfCase(given, release) }));
const JUDGED = new Map(RELEASES.map((release) => [release, judged(release)]));

function tell(cases: readonly Judged[]): string {
  return cases.map(({ name, outcome, findings }) => {
    const lines = findings.map((finding) => `  ${finding.severity} ${finding.where} ${describeFinding(finding)}\n`);
    return `${name} (${outcome})\n${lines.join('')}`;
  }).join('');
}

const errorsOf = ({ findings }: Judged) => findings.filter(({ severity }) => severity === Severity.ERROR).map(({ rule }) => rule);

describe.each(RELEASES)('findings about the custom resources of the cases, operator %s', (release) => {
  const cases = JUDGED.get(release)!;

  test('are those that somebody has read', () => {
    const told = tell(cases);
    if (UPDATE) writeFileSync(golden(release), told);
    expect(told.split('\n')).toEqual(readFileSync(golden(release), 'utf8').split('\n'));
  });

  const broken = cases.filter(({ outcome, rejects }) => outcome === 'invalid' || rejects.length > 0);
  test.each(broken.map((given) => [given.name, given] as const))('%s, which a cluster refuses, has an error', (_name, given) => {
    expect(errorsOf(given)).not.toEqual([]);
  });

  test('have no error that is not justified where the operator does not complain', () => {
    const unjustified = cases.filter(({ outcome, rejects }) => outcome === 'ok' && rejects.length === 0)
      .flatMap((given) => [...new Set(errorsOf(given))].map((rule) => `${given.name} ${rule}`))
      .filter((key) => !(key in HANDLED));
    expect(unjustified).toEqual([]);
  });
});

describe('the justified errors', () => {
  test('are all needed', () => {
    const found = new Set(RELEASES.flatMap((release) => JUDGED.get(release)!.flatMap((given) => errorsOf(given).map((rule) => `${given.name} ${rule}`))));
    expect(Object.keys(HANDLED).filter((key) => !found.has(key))).toEqual([]);
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Case, readCases, Release, RELEASES } from './cases';
import { findingsOfCase } from './findings';
import { HANDLED } from './handled-errors';
import { describeFinding, Severity } from '../../src/findings/finding';

/** Run with UPDATE_FINDINGS=1 to write the golden files anew; then read what has changed. */
const UPDATE = process.env.UPDATE_FINDINGS === '1';

const golden = (release: Release) => join(__dirname, `findings.${release}.txt`);

function tell(cases: readonly Case[], release: Release): string {
  return cases.map((given) => {
    const lines = findingsOfCase(given, release).map((finding) => `  ${finding.severity} ${finding.where} ${describeFinding(finding)}\n`);
    return `${given.name} (${given.outcome})\n${lines.join('')}`;
  }).join('');
}

describe.each(RELEASES)('findings about the custom resources of the cases, operator %s', (release) => {
  const cases = readCases(release);

  test('are those that somebody has read', () => {
    const told = tell(cases, release);
    if (UPDATE || !existsSync(golden(release))) writeFileSync(golden(release), told);
    expect(told.split('\n')).toEqual(readFileSync(golden(release), 'utf8').split('\n'));
  });

  const errorsOf = (given: Case) => findingsOfCase(given, release).filter(({ severity }) => severity === Severity.ERROR).map(({ rule }) => rule);

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
    const found = new Set(RELEASES.flatMap((release) => readCases(release).flatMap((given) => findingsOfCase(given, release)
      .filter(({ severity }) => severity === Severity.ERROR).map(({ rule }) => `${given.name} ${rule}`))));
    expect(Object.keys(HANDLED).filter((key) => !found.has(key))).toEqual([]);
  });
});

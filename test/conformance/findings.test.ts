import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Case, readCases, Release, RELEASES, REVIEWED } from './cases';
import { findingsOfCase } from './findings';
import { HANDLED } from './handled-errors';
import { describeFinding, Finding, Severity } from '../../src/findings/finding';

/** Seen with the runtime of 10.1.0 alone. */
const CALLBACK = '- 235-wf-realistic-orders SF-PG-CALLBACK information input.yaml:69:20';

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

describe.each(REVIEWED)('findings about the custom resources of the cases, operator %s', (release) => {
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

/** By the release that has the same CRDs: what is not said of it, and what is said beyond it. */
const DIFFERENCES: ReadonlyArray<readonly [Release, typeof REVIEWED[number], readonly string[]]> = [
  ['osl-1.36', '10.1.0', ['- 211-wf-labels SF-LABEL-OWNED information input.yaml:12:35', CALLBACK]],
  ['osl-1.37.0', '10.1.0', [CALLBACK]],
  // The Job of later ones has no blanks, and defaults.
  ['osl-1.37', '10.1.0', [
    '- 015-js-mig-job-own-nokeys SF-MIGRATION-HALF error input.yaml:11:9',
    '- 015-js-mig-job-own-nokeys SF-MIGRATION-KEYS error input.yaml:13:11',
    '- 017-js-mig-job-jdbc SF-MIGRATION-HALF error input.yaml:11:9',
    '- 051-di-mig-job-own SF-MIGRATION-HALF error input.yaml:11:9',
    '- 053-di-mig-job-platform SF-MIGRATION-HALF error input.yaml:10:21',
    '- 079-di-js-mig-disabled-job SF-MIGRATION-HALF error input.yaml:9:48',
    CALLBACK,
    '- 293-mig-existing-deployment SF-MIGRATION-HALF error input.yaml:9:21',
  ]],
  // Of its builder the versions are known.
  ['osl-1.38', '1.x', ['+ 100-plat-build-extensions-present SF-BUILD-EXTENSION warning input.yaml:10:38']],
];

describe.each(DIFFERENCES)('findings about the custom resources of the cases, operator %s', (release, likewise, differences) => {
  test(`are those of ${likewise}, but for some`, () => {
    const cases = new Set(JUDGED.get(release)!.map(({ name }) => name));
    const lines = (of: Release) => JUDGED.get(of)!.filter(({ name }) => cases.has(name))
      .flatMap(({ name, findings }) => findings.map(({ rule, severity, where }) => `${name} ${rule} ${severity} ${where}`));
    const [here, there] = [lines(release), lines(likewise)];
    const missing = there.filter((line) => !here.includes(line)).map((line) => `- ${line}`);
    const beyond = here.filter((line) => !there.includes(line)).map((line) => `+ ${line}`);
    expect([...missing, ...beyond]).toEqual(differences);
  });
});

describe('the justified errors', () => {
  test('are all needed', () => {
    const found = new Set(REVIEWED.flatMap((release) => JUDGED.get(release)!.flatMap((given) => errorsOf(given).map((rule) => `${given.name} ${rule}`))));
    expect(Object.keys(HANDLED).filter((key) => !found.has(key))).toEqual([]);
  });
});

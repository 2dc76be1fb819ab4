import { readFileSync } from 'node:fs';
import { POD_CASES } from './cases';
import { Rendering } from '../../../src';
import { checkFiles } from '../../../src/cli/check/check-files';
import { Finding, Severity } from '../../../src/findings/finding';
import { OPERATOR_RELEASES } from '../../../src/values/operator/operator-releases';
import { constructsOf } from '../../conformance/case-charts';
import { PATCHES } from '../../conformance/patched-constructs';

/** But for how to mend them, which speaks of YAML in files and of constructs in code. */
const errors = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === Severity.ERROR)
  .map(({ rule, field, given, allowed }) => `${rule} ${field}: given ${given}; allowed ${allowed}`).sort();

test.each(POD_CASES.flatMap((podCase) => podCase.releases.map((release) => [podCase.name, release, podCase] as const)))('%s, operator %s, has the errors of its file', (_name, release, { input }) => {
  const { constructs } = constructsOf({ input: readFileSync(input, 'utf8'), flags: [] }, release, PATCHES, Rendering.customResources());
  const { findings } = checkFiles([input], { operator: OPERATOR_RELEASES[release], facts: {} });
  expect(errors(constructs.flatMap((construct) => construct.findings))).toEqual(errors(findings));
});

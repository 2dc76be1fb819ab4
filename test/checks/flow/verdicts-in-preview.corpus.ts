import { schemaFindings } from '../../../src/checks/schema-findings';
import { Severity } from '../../../src/findings/finding';
import { fieldName } from '../../../src/json/field-path';
import { unreadableFlow } from '../../../src/model/flow-definition/flow-definition';
import { judge } from '../../../src/validation/schema';
import { OPERATOR_RELEASES } from '../../../src/values/operator/operator-releases';
import { readDefinition } from '../../../src/workflow-definition/read-definition';
import { judged } from '../flow-verdicts/verdicts';

/**
 * Where the operator builds, a definition goes through the custom resource. What is refused there although the engine takes it from a file is what
 * the API server does not let in or the operator cannot read, whatever the engine says. Short forms are written out before.
 */
const WHY: ReadonlyArray<[RegExp, why: string]> = [
  [/^metadata\.name: /, 'the id is the name of an object of Kubernetes'],
  [/^spec\.flow\.constants\b/, 'the CRD has bytes for them, which no JSON value is, and the operator writes none back'],
  [/^spec\.flow\.retries\b/, 'the CRD has objects for multiplier and jitter, and wants name and maxAttempts'],
  [/^spec\.flow\.autoRetries: /, 'the CRD has true and false'],
  [/^spec\.flow\.auth: must be a list/, 'the SDK of the operator reads a list'],
  [/^spec\.flow\.auth\[\d\]: the scheme oauth2/, 'the SDK of the operator writes broken JSON of it'],
  [/\.(?:terminate|useResults): must be true or false/, 'the SDK of the operator reads no text as a flag, as the engine does'],
  [/\.functionRef\.arguments: must be an object/, 'the engine takes any value, the SDK of the operator only objects'],
  [/\.data: must be an object/, 'the same of the data of an inject state'],
];

test('what the engine takes of a file, and the operator does not take of a custom resource, is explained', () => {
  const { crds } = OPERATOR_RELEASES['10.1.0'];
  const used = new Set<string>();
  const unexplained: string[] = [];
  let refused = 0;
  for (const { name, verdict, definition } of judged()) {
    if (verdict === 'refused' || !definition) continue;
    const { flow } = readDefinition(definition);
    const object = { apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: String(definition.id) }, spec: { flow } };
    const bySchema = schemaFindings(judge(crds, object).problems, { locate: () => ({ where: name }) }, Severity.WARNING);
    const errors = [
      ...bySchema.filter(({ severity }) => severity === Severity.ERROR).map(({ field, given }) => `${field}: ${given}`),
      ...unreadableFlow({ spec: { flow } }).map(({ path, reason }) => `${fieldName(path)}: ${reason}`),
    ];
    if (errors.length > 0) refused += 1;
    for (const error of errors) {
      const [, why] = WHY.find(([pattern]) => pattern.test(error)) ?? [];
      if (why === undefined) unexplained.push(`${name}: ${error}`);
      else used.add(why);
    }
  }
  expect(unexplained).toEqual([]);
  expect([...used].sort()).toEqual(WHY.map(([, why]) => why).sort());
  expect(refused).toBe(61);
});

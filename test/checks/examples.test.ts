import { complete, findingsOf, TARGETS } from './input';
import { CONSTRUCT_RULES } from '../../src/checks/construct-rules';
import { RULES } from '../../src/checks/rules';
import { OPERATOR_RELEASE_NAMES } from '../../src/values/operator-releases';

/** What only constructs can do wrong is shown in test/constructs/checks.test.ts. */
const ofConstructs = new Set<string>(Object.values(CONSTRUCT_RULES).map(({ id }) => id));
const rules = [...RULES.values()].filter(({ id }) => !ofConstructs.has(id));

function found(text: string): Set<string> {
  const objects = complete(text);
  return new Set(OPERATOR_RELEASE_NAMES.flatMap((release) => (
    TARGETS.flatMap((target) => findingsOf(objects, { release, target }).map(({ rule }) => rule))
  )));
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { wrong, right }) => {
  test('finds its wrong example', () => {
    expect([...found(wrong)]).toContain(id);
  });

  test('lets its right example pass', () => {
    expect([...found(right)]).not.toContain(id);
  });

  test('has a right example in which nothing is wrong', () => {
    const objects = complete(right);
    const errors = OPERATOR_RELEASE_NAMES.map((release) => findingsOf(objects, { release }).filter(({ severity }) => severity === 'error'));
    // Some fields are known to the newer operator only.
    expect(errors).toContainEqual([]);
  });
});

test('every rule of the table is there', () => {
  expect([...RULES.keys()]).toMatchInlineSnapshot(`
[
  "SF-CLUSTER-EVENTS",
  "SF-CLUSTER-REF",
  "SF-CLUSTER-SHADOWED",
  "SF-DEV-IGNORED",
  "SF-ENV-OWNED",
  "SF-EVENT-BROKER-URI",
  "SF-EVENT-DEV",
  "SF-EVENT-JOBS-SPLIT",
  "SF-EVENT-NO-BROKER",
  "SF-EVENT-SOURCE-UNKNOWN",
  "SF-EVENT-SOURCE-URI",
  "SF-FLOW-CONSTANTS",
  "SF-FLOW-DUPLICATE",
  "SF-FLOW-INPUT-SCHEMA",
  "SF-FLOW-NO-END",
  "SF-FLOW-NUMBER",
  "SF-FLOW-REF",
  "SF-FLOW-RETRIES",
  "SF-FLOW-SPEC",
  "SF-FLOW-START",
  "SF-FLOW-TIMEOUT-SHORT",
  "SF-FLOW-TRANSITION",
  "SF-FLOW-UNREACHABLE",
  "SF-GITOPS-EXTENSIONS",
  "SF-IMAGE-LATEST",
  "SF-IMAGE-MISSING",
  "SF-KNATIVE-IGNORED",
  "SF-MIGRATION-ADDRESS",
  "SF-MIGRATION-DOWNTIME",
  "SF-MIGRATION-HALF",
  "SF-MIGRATION-KEYS",
  "SF-MIGRATION-NO-PG",
  "SF-MIGRATION-UNKNOWN",
  "SF-NAME",
  "SF-NAMESPACE-MISSING",
  "SF-PDB-VALUE",
  "SF-PG-EMPTY",
  "SF-PG-JDBC-KIND",
  "SF-PG-JDBC-SCHEMA",
  "SF-PG-JDBC-SHARED",
  "SF-PG-NAME",
  "SF-PG-ONE-OF",
  "SF-PG-OPT-OUT",
  "SF-PG-PORT",
  "SF-PG-SCHEMA-CASE",
  "SF-PG-SCHEMA-PLATFORM",
  "SF-PG-SECRET-NS",
  "SF-PLATFORM-NAMESPACE",
  "SF-PLATFORM-NONE",
  "SF-PLATFORM-TWO",
  "SF-POD-CONTAINER-NAME",
  "SF-POD-PROBE",
  "SF-POD-REPLACES",
  "SF-POD-ZERO",
  "SF-PROFILE",
  "SF-PROP-DISCOVERY",
  "SF-PROP-DROPPED",
  "SF-PROP-OVERRIDDEN",
  "SF-PROP-SECRET",
  "SF-REPLICAS-HPA",
  "SF-REPLICAS-JOBS",
  "SF-RESOURCES-IGNORED",
  "SF-SCHEMA",
  "SF-SERVICE-DISABLED",
  "SF-SERVICE-EPHEMERAL",
  "SF-SERVICE-TWO",
  "SF-TIMEOUT-NO-JOBS",
  "SF-WORKFLOW-TWO",
]
`);
});

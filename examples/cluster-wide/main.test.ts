import { Testing } from 'cdk8s';
import { Severity } from 'cdk8s-sonataflow';
import { insurance } from './charts';

test('the manifests have not changed', () => {
  const { services, claims, policies } = insurance(Testing.app());
  expect([services, claims, policies].map((chart) => Testing.synth(chart))).toMatchSnapshot();
});

test('nothing is wrong', () => {
  const { services, claims, policies } = insurance(Testing.app());
  const findings = [services, claims, policies].flatMap(({ platform }) => platform.findings)
    .concat([claims, policies].flatMap(({ workflows }) => workflows.flatMap((workflow) => workflow.findings)));
  expect(findings.filter(({ severity }) => severity === Severity.ERROR)).toEqual([]);
});

test('the workflows of both teams use the central services and the central broker', () => {
  const { claims, policies } = insurance(Testing.app());
  for (const { managedProperties } of [...claims.workflows, ...policies.workflows]) {
    expect([...new Set(managedProperties.map(({ reason }) => reason))].filter((reason) => reason.includes('shared'))).toEqual([
      'SonataFlowPlatform sonataflow-services/shared: spec.services.dataIndex',
      'SonataFlowPlatform shared: spec.eventing.broker',
      'SonataFlowPlatform sonataflow-services/shared: spec.services.jobService',
    ]);
  }
});

test('and each its own database', () => {
  const { claims, policies } = insurance(Testing.app());
  expect([...claims.workflows, ...policies.workflows].map(({ database }) => database?.jdbcUrl)).toEqual([
    'jdbc:postgresql://postgres.databases:5432/claims?currentSchema=claimintake',
    'jdbc:postgresql://postgres.databases:5432/policies?currentSchema=policyrenewal',
  ]);
});

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, Ended, installInfraRepository, MINUTES, run, VALIDATIONS } from './infra-repository';

/** The real `cdk8s synth` with the plugin, on manifests that were not made with this library. */


/** An app of plain ApiObjects. */
const app = (spec: object) => `
import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
const chart = new Chart(app, 'hub', { namespace: 'loans' });
new ApiObject(chart, 'Platform', {
  apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlowPlatform', metadata: { name: 'loans' }, spec: ${JSON.stringify(spec)},
});
app.synth();
`;

let work: string;
let repository: string;

beforeAll(() => { ({ work, repository } = installInfraRepository()); }, 5 * MINUTES);

afterAll(() => rmSync(work, { recursive: true, force: true }));

function synth(spec: object, validations = VALIDATIONS): Ended {
  writeFileSync(join(repository, 'plain.ts'), app(spec));
  writeFileSync(join(repository, 'cdk8s.yaml'), `language: typescript\napp: npx tsx plain.ts\noutput: dist\n${validations}`);
  return attempt(repository, 'npx', 'cdk8s', 'synth');
}

test('good manifests pass', () => {
  const { status, output } = synth({ services: { jobService: {} } });
  expect(output).toContain('Validations ended succesfully');
  expect(output).toMatch(/SF-SERVICE-EPHEMERAL/);
  expect(status).toBe(0);
}, MINUTES);

test('bad manifests fail, with the construct, the place and what to write', () => {
  const { status, output } = synth({ services: { jobService: { replica: 2 } } });
  expect(status).toBe(2);
  for (const line of [
    /Status .*failure/,
    /SF-SCHEMA \(1 occurrences\)/,
    /- Construct Path: hub\/Platform$/,
    /- Manifest Path: dist\/hub\.k8s\.yaml$/,
    /- Resource Name: loans$/,
    /> 9:7 spec\.services\.jobService\.replica$/,
    /Recommendation: error: given the unknown field "replica"; allowed: /,
    /How to fix: .*; see https:\/\/.*\/docs\/rules\/SF-SCHEMA\.md/,
  ]) expect(output).toMatch(new RegExp(line.source, 'm'));
}, MINUTES);

test('a property that is none is named', () => {
  const { status, output } = synth({}, VALIDATIONS.replace('strict:', 'strickt:'));
  expect(status).not.toBe(0);
  expect(output).toContain('did you mean "strict"?');
}, MINUTES);

test('what the library made passes', () => {
  writeFileSync(join(repository, 'cdk8s.yaml'), `language: typescript\napp: npx tsx main.ts\noutput: dist\n${VALIDATIONS}`);
  expect(run(repository, 'npx', 'cdk8s', 'synth')).toContain('Validations ended succesfully');
}, MINUTES);

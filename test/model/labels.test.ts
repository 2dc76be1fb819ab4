import { migrationLabels, serviceLabels, workflowLabels, workflowSelector } from '../../src/model/labels';
import { workflowModel } from '../../src/model/workflow';
import { OperatorVersion } from '../../src/values/operator/operator-version';
import { landscapeOf } from '../landscapes';

const INSTANCE = 'app.kubernetes.io/instance';
const VERSION = 'app.kubernetes.io/version';
const PLATFORM = { name: 'hub', namespace: 'orders' };
const SERVICE = { name: 'hub-jobs-service', containerName: 'jobs-service' };

const landscape = landscapeOf([{
  apiVersion: 'sonataflow.org/v1alpha08', kind: 'SonataFlow', metadata: { name: 'greet', labels: { [VERSION]: '7', team: 'a' } }, spec: { flow: {} },
}]);
const workflow = workflowModel(landscape, landscape.workflows[0]);

describe.each([
  ['10.1.0', OperatorVersion.APACHE_10_1_0, '10.1.0'],
  ['1.x', OperatorVersion.KUBESMARTS_1_X, 'main'],
  ['OSL 1.37', OperatorVersion.OSL_1_37, 'main'],
  ['OSL 1.37 that says otherwise', OperatorVersion.custom({ base: OperatorVersion.OSL_1_37, tag: '1.37.1' }), '1.37.1'],
  ['OSL 1.38', OperatorVersion.OSL_1_38, '1.38.0'],
])('%s', (_title, { _behaviour: operator }, version) => {
  test('all objects say whose they are and of which version', () => {
    expect(serviceLabels(PLATFORM, SERVICE, operator)).toMatchObject({ [INSTANCE]: 'hub', [VERSION]: version });
    expect(migrationLabels(PLATFORM, 'job', operator)).toMatchObject({ [INSTANCE]: 'hub', [VERSION]: version });
    expect(workflowSelector(workflow, operator)).toMatchObject({ [INSTANCE]: 'greet', [VERSION]: version });
  });

  test('whatever the custom resource says', () => {
    expect(workflowLabels(workflow, operator)).toMatchObject({ [VERSION]: version, team: 'a' });
  });
});

describe('OSL 1.36', () => {
  const { _behaviour: operator } = OperatorVersion.OSL_1_36;

  test('no object says so', () => {
    const labels = [serviceLabels(PLATFORM, SERVICE, operator), migrationLabels(PLATFORM, 'job', operator), workflowSelector(workflow, operator)];
    expect(labels.flatMap(Object.keys)).not.toEqual(expect.arrayContaining([expect.stringMatching(/instance|version/)]));
  });

  test('what the custom resource says stays', () => {
    expect(workflowLabels(workflow, operator)).toMatchObject({ [VERSION]: '7' });
  });
});

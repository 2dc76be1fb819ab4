import { Chart, Testing } from 'cdk8s';
import { SonataFlowTesting } from 'cdk8s-sonataflow';
import { LoansChart } from './loans';

const chart = (): Chart => new LoansChart(Testing.app(), 'loans', { namespace: 'loans' });

test('the manifests have not changed', () => {
  expect(Testing.synth(chart())).toMatchSnapshot();
});

test('the workflow runs the image that was released', () => {
  expect(SonataFlowTesting.objectNamed(chart(), 'SonataFlow', 'loanapproval'))
    .toMatchObject({ spec: { podTemplate: { container: { image: 'quay.io/example/loanapproval:2.3.0' } } } });
});

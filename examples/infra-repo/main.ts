import { App } from 'cdk8s';
import { LoansChart } from './loans';

const app = new App();
new LoansChart(app, 'loans', { namespace: 'loans' });
app.synth();

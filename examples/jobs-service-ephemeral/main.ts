import { App } from 'cdk8s';
import { EphemeralJobsServiceChart } from './chart';

const app = new App();
new EphemeralJobsServiceChart(app, 'jobs-service-ephemeral');
app.synth();

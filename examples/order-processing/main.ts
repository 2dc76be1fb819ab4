import { App } from 'cdk8s';
import { OrderProcessingChart } from './chart';

const app = new App();
new OrderProcessingChart(app, 'order-processing', { namespace: 'orders' });
app.synth();

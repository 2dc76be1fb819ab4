import { App } from 'cdk8s';
import { invoicing } from './invoicing';

const app = new App();
invoicing(app, 'development');
invoicing(app, 'staging');
invoicing(app, 'production');
app.synth();

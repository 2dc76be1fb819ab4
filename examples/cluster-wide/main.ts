import { App } from 'cdk8s';
import { insurance } from './charts';

const app = new App();
insurance(app);
app.synth();

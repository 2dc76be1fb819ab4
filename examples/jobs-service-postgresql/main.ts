import { App } from 'cdk8s';
import { InheritedPersistence } from 'cdk8s-sonataflow';
import { PostgreSqlJobsServiceChart } from './chart';

const app = new App();
new PostgreSqlJobsServiceChart(app, 'explicit', { namespace: 'orders' });
new PostgreSqlJobsServiceChart(app, 'empty-object', { namespace: 'orders-page', inheritedPersistence: InheritedPersistence.EMPTY_OBJECT });
app.synth();

import { App } from 'cdk8s';
import { JdbcUrlChart, OwnDatabaseChart } from './charts';

const app = new App();
new OwnDatabaseChart(app, 'own-database', { namespace: 'timeouts' });
new JdbcUrlChart(app, 'jdbc-url', { namespace: 'billing' });
app.synth();

// Does one thing in a process of its own: `node child.cjs <lib> <what> …`.
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

const flow = (id) => ({
  id,
  start: 'Given',
  states: [
    { name: 'Given', type: 'inject', data: { amount: 1 }, transition: 'Decide' },
    { name: 'Decide', type: 'switch', dataConditions: [{ condition: '${ .amount > 1 }', transition: 'Wait' }], defaultCondition: { transition: 'Done' } },
    { name: 'Wait', type: 'sleep', duration: 'PT1S', transition: 'Done' },
    { name: 'Done', type: 'inject', data: { done: true }, end: true },
  ],
});

const ACTIONS = {
  nothing: () => {},
  peers: () => { require('cdk8s-plus-28'); },
  // A program has both.
  library: (lib) => { require('cdk8s-plus-28'); require(`${lib}/index.js`); },
  parse: (_lib, path) => {
    const { parseAllDocuments } = require('yaml');
    const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
    for (const file of files) parseAllDocuments(readFileSync(file, 'utf8')).forEach((document) => document.toJS());
  },
  // The objects of the same charts, as the library wrote them.
  plain: (_lib, outdir, objects) => {
    const { App, Chart, ApiObject } = require('cdk8s');
    const app = new App({ outdir });
    JSON.parse(readFileSync(objects, 'utf8')).forEach((list, i) => {
      const chart = new Chart(app, `n${i}`, { namespace: `n${i}` });
      list.forEach((object, k) => new ApiObject(chart, `o${k}`, object));
    });
    app.synth();
  },
  synth: (lib, outdir, namespaces, workflows, rendering) => {
    const { App, Chart } = require('cdk8s');
    const { Secret } = require('cdk8s-plus-28');
    const sonataflow = require(`${lib}/index.js`);
    const app = new App({ outdir });
    for (let i = 0; i < Number(namespaces); i++) {
      const chart = new Chart(app, `n${i}`, { namespace: `n${i}` });
      const secret = Secret.fromSecretName(chart, 'Credentials', 'postgres');
      const platform = new sonataflow.SonataFlowPlatformConstruct(chart, 'Platform', {
        rendering: sonataflow.Rendering[rendering](), persistence: sonataflow.PostgreSql.fromService({ name: 'postgres', credentials: { secret } }),
      });
      new sonataflow.JobsServiceConstruct(platform, 'Jobs');
      for (let k = 0; k < Number(workflows); k++) {
        new sonataflow.WorkflowConstruct(platform, `w${k}`, {
          definition: sonataflow.WorkflowDefinition.fromObject(flow(`w${k}`)), podTemplate: { container: { image: `example.org/w${k}:1` } },
        });
      }
    }
    app.synth();
  },
};

const [lib, what, ...args] = process.argv.slice(2);
ACTIONS[what](lib, ...args);

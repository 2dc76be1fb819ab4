import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Testing } from 'cdk8s';
import { textOf } from './repository';
import { picture } from './seeing-the-wiring';
import { OrderProcessingChart } from '../../examples/order-processing/chart';
import { SonataFlowGraph } from '../../src';
import { writeYaml } from '../../src/yaml/writing';
import { run } from '../cli/run';

const page = textOf('docs/seeing-the-wiring.md');

test('the picture is what the program makes', () => {
  expect(/```mermaid\n([\s\S]*?)```/.exec(page)![1]).toBe(picture);
});

test('the command draws the same of the files', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'wiring-')), 'orders.yaml');
  writeFileSync(path, Testing.synth(new OrderProcessingChart(Testing.app(), 'orders', { namespace: 'orders' })).map(writeYaml).join('---\n'));
  const lines = (text: string) => text.replace(/<br\/>\d+ (?:error|warning)s?|:::warning/g, '').split('\n').map((line) => line.replace(/\bn\d+/g, 'n')).sort();
  expect(lines(run('graph', path).out)).toEqual(lines(picture));
});

test('an app as SVG and JSON', () => {
  const app = new App();
  new OrderProcessingChart(app, 'order-processing', { namespace: 'orders' });
  const graph = SonataFlowGraph.of(app);
  expect(graph.toSvg()).toContain('<title id="picture-title">SonataFlow wiring</title>');
  expect(JSON.parse(graph.toJson()).edges).toContainEqual(expect.objectContaining({ from: 'workflow orders/order-fulfilment', kind: 'runs' }));
});

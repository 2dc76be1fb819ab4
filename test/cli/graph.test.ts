import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { manyWorkflows } from '../graph/many-workflows';
import { withoutPackage } from '../hidden-package';

const folder = mkdtempSync(join(tmpdir(), 'graph-'));
const files = (count: number) => {
  const path = join(folder, `${count}.yaml`);
  writeFileSync(path, manyWorkflows(count).map((object) => JSON.stringify(object)).join('\n---\n'));
  return path;
};
const TWO = files(2);

test('Mermaid, when nothing is said', () => {
  const { status, out, err } = run('graph', TWO);
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^flowchart LR\n/);
  expect(out).toContain('work.1.asked');
});

test('JSON', () => {
  const { nodes, edges } = JSON.parse(run('graph', '--format', 'json', TWO).out);
  expect(nodes[0]).toMatchObject({ id: 'platform team-1/sonataflow-platform', kind: 'platform', namespace: 'team-1' });
  expect(edges).toContainEqual({ from: 'event work.1.asked at broker team-1/events', to: 'workflow team-1/workflow-2', kind: 'consumes', said: 'spec.flow.events[0]' });
});

test('SVG and HTML are files that load nothing', () => {
  for (const format of ['svg', 'html']) {
    const { status, out, err } = run('graph', '--format', format, TWO);
    expect([status, err]).toEqual([0, '']);
    expect(out.replace(/xmlns="[^"]*"|<a href="https:\/\/github\.com\/[^"]*"/g, '')).not.toMatch(/(src|href)="(?!data:,)|url\((?!#)|@import/);
  }
});

test('one workflow, one event, one namespace', () => {
  expect(run('graph', '--workflow', 'workflow-1', TWO).out).toContain('operation<br/>Work');
  expect(run('graph', '--event', 'work.1.asked', TWO).out).not.toContain('platform');
  expect(run('graph', '--namespace', 'team-1', TWO).status).toBe(0);
});

test('what is selected and not there', () => {
  expect(run('graph', '--event', 'work.one.asked', TWO)).toEqual({
    status: 1, out: '', err: 'error: --event "work.one.asked" is not in the files, which have work.0.asked, work.1.asked, work.2.asked\n',
  });
  expect(run('graph', '--namespace', 'team', TWO).err).toBe('error: --namespace "team" is not in the files, which have team-1\n');
  expect(run('graph', '--workflow', 'nobody', TWO).err).toContain('SF-INPUT-WORKFLOW');
});

test('many workflows come with a note', () => {
  const { status, err } = run('graph', files(61));
  expect([status, err]).toEqual([0, 'note: more than 60 workflows: the namespaces are drawn; select with --namespace, --event or --workflow\n']);
});

test('what is refused is not drawn', () => {
  const path = join(folder, 'broken.yaml');
  writeFileSync(path, 'a: [');
  expect(run('graph', path)).toMatchObject({ status: 1, out: '' });
});

test('without the layouter there is one line', () => {
  expect(withoutPackage('@dagrejs/dagre', () => run('graph', '--format', 'svg', TWO))).toEqual({
    status: 2, out: '', err: 'error: @dagrejs/dagre lays the picture out, and is not installed; run npm install --save-dev @dagrejs/dagre\n',
  });
  expect(withoutPackage('@dagrejs/dagre', () => run('graph', TWO).status)).toBe(0);
});

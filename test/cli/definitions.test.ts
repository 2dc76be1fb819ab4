import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './run';

const FLOW = `id: order
start: Pay
functions:
  - {name: pay, operation: 'specs/pay.yaml#pay'}
  - {name: note, type: custom, operation: 'service:java:org.acme.Notes::write'}
states:
  - {name: Pay, type: operation, actions: [{functionRef: pay}, {functionRef: note}, {subFlowRef: parcel}], end: true}
`;
const PAY = 'openapi: 3.0.3\npaths: {/pay: {post: {operationId: pay}}}\n';
const NOTES = 'package org.acme; public class Notes { public void write(String text) { } }';
const PARCEL = 'id: parcel\nstart: A\nstates: [{name: A, type: inject, data: {}, end: true}]\n';
const WHOLE = { 'order.sw.yaml': FLOW, 'specs/pay.yaml': PAY, 'parcel.sw.yml': PARCEL, 'org/acme/Notes.java': NOTES };

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function check(path: string) {
  const { status, out } = run('check', '--format', 'json', path);
  return { status, findings: (JSON.parse(out) as Array<Record<string, unknown>>).map(({ severity, rule, line, fix }) => `${String(severity)} ${String(rule)} ${String(line)} ${String(fix)}`) };
}

test('a definition is judged with what lies beside it', () => {
  expect(check(join(project(WHOLE), 'order.sw.yaml'))).toEqual({ status: 0, findings: [] });
});

test.each<[string, Record<string, string>, string]>([
  ['an operation that the file does not have', { ...WHOLE, 'specs/pay.yaml': PAY.replace('Id: pay', 'Id: pays') }, 'error SF-FLOW-OPERATION 4 did you mean "pays"?'],
  ['a method that the class does not have', { ...WHOLE, 'org/acme/Notes.java': NOTES.replace('write', 'send') }, 'error SF-FLOW-FUNCTION 5 correct the name'],
  ['a subflow that is not there', { ...WHOLE, 'parcel.sw.yml': PARCEL.replace('parcel', 'parcels') }, 'error SF-FLOW-SPEC 7 did you mean "parcels"?'],
])('%s', (_what, files, finding) => {
  expect(check(join(project(files), 'order.sw.yaml'))).toEqual({ status: 1, findings: [finding] });
});

test('a folder with a definition is a project: its specifications are no objects', () => {
  expect(check(project({ 'order.sw.json': JSON.stringify({ id: 'a', start: 'B', states: [{ name: 'A', type: 'inject', data: {}, end: true }] }), 'api.yaml': PAY })))
    .toEqual({ status: 1, findings: ['error SF-FLOW-START 1 did you mean "A"?'] });
});

test('classes may come from elsewhere where no sources are', () => {
  const { 'org/acme/Notes.java': _source, ...files } = WHOLE;
  expect(check(join(project(files), 'order.sw.yaml')).findings).toEqual([]);
});

test('in a project of Maven, resources and sources are where they are there', () => {
  const files = {
    'src/main/resources/flows/order.sw.yaml': FLOW,
    'src/main/resources/specs/pay.yaml': PAY,
    'src/main/resources/flows/parcel.sw.yaml': PARCEL,
    'src/main/java/org/acme/Notes.java': NOTES,
  };
  expect(check(join(project(files), 'src/main/resources/flows/order.sw.yaml')).findings).toEqual([]);
});

test('a definition under any name', () => {
  expect(check(join(project({ 'flow.yaml': PARCEL.replace('start: A', 'start: B') }), 'flow.yaml')).findings).toEqual(['error SF-FLOW-START 2 did you mean "A"?']);
});

test.each(['render', 'explain'])('%s says that a definition is no custom resource', (command) => {
  const { status, err } = run(command, join(project({ 'order.sw.yaml': PARCEL }), 'order.sw.yaml'), ...command === 'explain' ? ['--workflow', 'order'] : []);
  expect([status, err]).toEqual([1, expect.stringContaining('SF-INPUT-OBJECT: given a workflow definition')]);
});

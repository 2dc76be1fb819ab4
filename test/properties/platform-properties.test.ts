import { JsonObject } from '../../src/json/json';
import { workflowModel } from '../../src/model/workflow';
import { managedFile } from '../../src/properties/managed-properties';
import { platformProperties } from '../../src/properties/platform-properties';
import { landscapeOf } from '../landscapes';
import { gitops, platform } from '../platforms';

const SECRET = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'creds', namespace: 'orders' }, stringData: { token: 's3cr3t' }, data: { pass: 'czNjcjN0' } };
const SETTINGS = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'orders' }, data: { url: 'http://x' } };
const ELSEWHERE = { ...SECRET, metadata: { name: 'creds', namespace: 'elsewhere' } };

const secretKeyRef = { name: 'creds', key: 'token' };
const configMapKeyRef = { name: 'settings', key: 'url' };
const refused = (key: string) => ({ name: 'creds', key });

function value(property: JsonObject, objects: readonly JsonObject[], corrected: boolean) {
  const hub = platform({ properties: { flow: [{ name: 'p', ...property }] } });
  const landscape = landscapeOf([gitops(), hub, ...objects], {}, { corrected });
  return platformProperties(landscape, landscape.platforms('orders')[0]).entries.map(({ value: text, reference }) => reference ? [text, reference] : [text])[0];
}

const SECRET_TEXT = ['<secret creds/token>', { secretKeyRef }];
const CONFIG_MAP_TEXT = ['<config map settings/url>', { configMapKeyRef }];

test.each<[string, JsonObject, JsonObject[], unknown, unknown]>([
  ['a text', { value: 'x' }, [], ['x'], ['x']],
  ['a text and a reference', { value: 'x', valueFrom: { secretKeyRef } }, [SECRET], ['x'], ['x']],
  ['nothing', {}, [], undefined, undefined],
  ['an empty text', { value: '' }, [], undefined, undefined],
  ['a text that is circular', { value: '${p}' }, [], undefined, undefined],
  ['a Secret', { valueFrom: { secretKeyRef } }, [SECRET], SECRET_TEXT, SECRET_TEXT],
  ['a Secret with other keys', { valueFrom: { secretKeyRef: refused('nope') } }, [SECRET], [''], ['']],
  ['a Secret that nobody showed', { valueFrom: { secretKeyRef } }, [], [''], SECRET_TEXT],
  ['a Secret of another namespace', { valueFrom: { secretKeyRef } }, [ELSEWHERE], [''], SECRET_TEXT],
  ['a ConfigMap', { valueFrom: { configMapKeyRef } }, [SETTINGS], ['http://x'], ['http://x']],
  ['a ConfigMap that nobody showed', { valueFrom: { configMapKeyRef } }, [], [''], CONFIG_MAP_TEXT],
  ['a Secret and a ConfigMap', { valueFrom: { configMapKeyRef, secretKeyRef } }, [SECRET, SETTINGS], SECRET_TEXT, SECRET_TEXT],
  ['a Secret without the key and a ConfigMap', { valueFrom: { configMapKeyRef, secretKeyRef: refused('nope') } }, [SECRET, SETTINGS], ['http://x'], ['http://x']],
])('%s', (_what, property, objects, operators, corrected) => {
  expect(value(property, objects, false)).toEqual(operators);
  expect(value(property, objects, true)).toEqual(corrected);
});

test('the managed file never has what is in a Secret; corrected, it does not speak of it', () => {
  const hub = platform({ properties: { flow: [{ name: 'p', valueFrom: { secretKeyRef } }, { name: 'q', valueFrom: { secretKeyRef: refused('pass') } }] } });
  const file = (corrected: boolean) => {
    const landscape = landscapeOf([gitops(), hub, SECRET], {}, { corrected });
    return managedFile(landscape, workflowModel(landscape, landscape.workflows[0]));
  };
  expect(file(false)).toMatch(/^p = <secret creds\/token>$/m);
  expect(file(true)).not.toMatch(/^[pq] = /m);
  expect(file(false) + file(true)).not.toMatch(/s3cr3t|czNjcjN0/);
});

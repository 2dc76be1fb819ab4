import { Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { PropertyValue } from '../../src';
import { brokenRules, testChart } from '../support';

const chart = testChart();
const secret = kplus.Secret.fromSecretName(chart, 'S', 'login');
const configMap = kplus.ConfigMap.fromConfigMapName(chart, 'C', 'settings');
const written = (value: PropertyValue) => JSON.parse(JSON.stringify(value._spec));

test('text, ConfigMap and Secret', () => {
  expect(written(PropertyValue.fromText(''))).toEqual({ value: '' });
  expect(written(PropertyValue.fromConfigMap(configMap, 'url'))).toEqual({ valueFrom: { configMapKeyRef: { name: 'settings', key: 'url' } } });
  expect(written(PropertyValue.fromSecret(secret, 'token', { optional: true })))
    .toEqual({ valueFrom: { secretKeyRef: { name: 'login', key: 'token', optional: true } } });
});

test.each(['', 'a/b', 'a'.repeat(254)])('refuses the key %j', (key) => {
  expect(brokenRules(() => PropertyValue.fromConfigMap(configMap, key))).toEqual(['SF-PROP-KEY']);
  expect(brokenRules(() => PropertyValue.fromSecret(secret, key))).toEqual(['SF-PROP-KEY']);
});

test('refuses names that Kubernetes refuses', () => {
  expect(brokenRules(() => PropertyValue.fromSecret(kplus.Secret.fromSecretName(chart, 'X', 'No Name'), 'k'))).toEqual(['SF-NAME']);
  expect(brokenRules(() => PropertyValue.fromConfigMap(kplus.ConfigMap.fromConfigMapName(chart, 'Y', ''), 'k'))).toEqual(['SF-NAME']);
});

test('a name and a key may be known when the app is synthesized', () => {
  const late = Lazy.any({ produce: () => 'later' }) as string;
  const ofConfigMap = PropertyValue.fromConfigMap(kplus.ConfigMap.fromConfigMapName(chart, 'Late', late), late);
  expect(ofConfigMap._spec.valueFrom?.configMapKeyRef).toEqual({ name: late, key: late });
  expect(PropertyValue.fromSecret(kplus.Secret.fromSecretName(chart, 'Later', late), late)._spec.valueFrom?.secretKeyRef).toEqual({ name: late, key: late });
});

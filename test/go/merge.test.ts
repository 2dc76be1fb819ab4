import { mergeOver } from '../../src/go/merge';
import { deepFreeze, JsonObject } from '../../src/json/json';

test.each<[string, JsonObject, JsonObject, JsonObject]>([
  ['nothing', { image: 'a' }, {}, { image: 'a' }],
  ['values', { image: 'a', tty: true, priority: 1 }, { image: 'b', tty: true, priority: 2, stdin: true }, { image: 'b', tty: true, priority: 2, stdin: true }],
  ['zero values', { image: 'a', tty: true, priority: 1 }, { image: '', tty: false, priority: 0 }, { image: 'a', tty: true, priority: 1 }],
  ['zero values where there is nothing', {}, { image: '', priority: 0, hostUsers: false }, { priority: 0, hostUsers: false }],
  ['lists', { args: ['a', 'b'], ports: [{ containerPort: 8080 }] }, { args: ['c'], ports: [] }, { args: ['c'], ports: [{ containerPort: 8080 }] }],
  ['maps', { nodeSelector: { a: '1', b: '2' } }, { nodeSelector: { b: '', c: '3' } }, { nodeSelector: { a: '1', b: '', c: '3' } }],
  ['structures', { securityContext: { runAsNonRoot: true, privileged: false } }, { securityContext: { runAsNonRoot: false, runAsUser: 0 } }, {
    securityContext: { runAsNonRoot: true, privileged: false, runAsUser: 0 },
  }],
  ['security of a workflow', { securityContext: { capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } } }, {
    securityContext: { capabilities: { add: ['NET_ADMIN'], drop: ['CHOWN'] }, seccompProfile: { type: 'Localhost', localhostProfile: 'p' } },
  }, { securityContext: { capabilities: { add: ['NET_ADMIN'], drop: ['CHOWN'] }, seccompProfile: { type: 'Localhost', localhostProfile: 'p' } } }],
  ['a probe of another kind', { readinessProbe: { httpGet: { path: '/a', port: 8080 }, periodSeconds: 3 } }, { readinessProbe: { tcpSocket: { port: 1 }, periodSeconds: 0 } }, {
    readinessProbe: { httpGet: { path: '/a', port: 8080 }, tcpSocket: { port: 1 }, periodSeconds: 3 },
  }],
  ['ports of probes', { a: { port: 8080 }, b: { port: 8080 }, c: { port: 8080 }, d: { port: 'x' }, e: { port: 'x' } }, {
    a: { port: 'h2c' }, b: { port: 9000 }, c: { port: 0 }, d: { port: 9000 }, e: { port: 'y' },
  }, { a: { port: 'h2c' }, b: { port: 9000 }, c: { port: 8080 }, d: { port: 'x' }, e: { port: 'y' } }],
  ['quantities, zero too', { resources: { limits: { cpu: '200m', memory: '1Gi' }, requests: { cpu: '100m' } } }, { resources: { limits: { cpu: '0m' }, requests: { memory: '1024Mi' } } }, {
    resources: { limits: { cpu: '0', memory: '1Gi' }, requests: { cpu: '100m', memory: '1Gi' } },
  }],
])('%s', (_, own, users, merged) => expect(mergeOver(deepFreeze(own), deepFreeze(users))).toEqual(merged));

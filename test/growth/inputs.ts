import { platform, workflow } from '../cli/files';

/** Where counting begins: names and texts are as long however many there are. */
const FIRST = 10_000;
const times = (count: number, write: (i: number) => string, separator = ', ') => Array.from({ length: count }, (_, i) => write(FIRST + i)).join(separator);
const document = (...documents: readonly string[]) => documents.join('---\n');

const END = '{name: Z, type: inject, data: {}, end: true}';
const INJECT = (i: number) => `{name: A${i}, type: inject, data: {}, transition: A${i + 1}}`;

/** A workflow with something more in its flow. */
const flow = (content: string, states = END) => `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlow
metadata: {name: greet, namespace: shop, annotations: {sonataflow.org/profile: gitops}}
spec:
  podTemplate: {container: {image: example.org/greet:1}}
  flow: {${content === '' ? '' : `${content}, `}states: [${states}]}
`;
const container = (content: string) => workflow('shop', 'greet').replace('example.org/greet:1}', `example.org/greet:1, ${content}}`);
const pod = (content: string) => workflow('shop', 'greet').replace('podTemplate: {', `podTemplate: {${content}, `);
const spec = (content: string) => workflow('shop', 'greet', { spec: `  ${content}\n` });
const states = (list: string) => flow('', list);
const operation = (actions: string, more = '') => states(`{name: A, type: operation, ${more}actions: [${actions}], end: true}`);
const object = (kind: string, name: string, content: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: shop}\n${content}\n`;
const BROKER = object('Broker', 'events', 'spec: {}', 'eventing.knative.dev/v1');
const POSTGRESQL = '{postgresql: {secretRef: {name: pg}, serviceRef: {name: postgres, databaseName: flows}}}';
const SERVICES = `{services: {dataIndex: {persistence: ${POSTGRESQL}}, jobService: {}}}`;
const rest = (i: number) => `{name: f${i}, type: custom, operation: "rest:get:http://example.org/${i}"}`;
const consumed = (i: number) => `{name: e${i}, type: t${i}, kind: consumed, source: s}`;
const produced = (i: number) => `{name: e${i}, type: t${i}, kind: produced}`;

/** Input that grows in one dimension: the text of a file with so many of something. */
export const INPUTS: Readonly<Record<string, (count: number) => string>> = {
  // The landscape.
  'workflows': (count) => times(count, (i) => workflow('shop', `w${i}`), '---\n'),
  'workflows of one platform': (count) => document(platform('shop', SERVICES), times(count, (i) => workflow('shop', `w${i}`), '---\n')),
  'workflows with findings': (count) => times(count, (i) => workflow('shop', `w-${i}`, { states: '{name: A, type: inject, data: {}, transition: B}' }), '---\n'),
  'workflows of one name': (count) => times(count, () => workflow('shop', 'w'), '---\n'),
  'workflows with broken syntax': (count) => times(count, (i) => `${workflow('shop', `w${i}`)}  flow: [\n`, '---\n'),
  'workflows that wait for each other': (count) => document(BROKER, platform('shop', '{eventing: {broker: {ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: events}}}}'),
    times(count, (i) => flow(`events: [{name: a, type: t${i}, kind: consumed, source: s}, {name: b, type: t${i + 1}, kind: produced}]`,
      '{name: A, type: event, onEvents: [{eventRefs: [a], actions: [{eventRef: {triggerEventRef: b}}]}], end: true}').replace('name: greet', `name: greet${i}`), '---\n')),
  'namespaces': (count) => times(count, (i) => workflow(`n${i}`, 'greet'), '---\n'),
  'namespaces with a platform': (count) => times(count, (i) => document(platform(`n${i}`, SERVICES), workflow(`n${i}`, 'greet')), '---\n'),
  'platforms': (count) => document(times(count, (i) => platform('shop', SERVICES, `p${i}`), '---\n'), workflow('shop', 'greet')),
  'cluster platforms': (count) => document(platform('shop', SERVICES), times(count, (i) => `apiVersion: sonataflow.org/v1alpha08
kind: SonataFlowClusterPlatform
metadata: {name: c${i}}
spec: {platformRef: {name: hub, namespace: shop}}
`, '---\n'), workflow('other', 'greet')),
  'ConfigMaps': (count) => document(times(count, (i) => object('ConfigMap', `c${i}`, 'data: {a.json: "{}"}'), '---\n'), workflow('shop', 'greet')),
  'keys of a ConfigMap': (count) => document(object('ConfigMap', 'c', `data: {${times(count, (i) => `k${i}: v`)}}`), workflow('shop', 'greet')),
  'Secrets': (count) => document(times(count, (i) => object('Secret', `c${i}`, 'stringData: {a: b}'), '---\n'), workflow('shop', 'greet')),
  'Services': (count) => document(times(count, (i) => object('Service', `c${i}`, 'spec: {ports: [{port: 80}]}'), '---\n'), workflow('shop', 'greet')),
  'other objects': (count) => times(count, (i) => object('Deployment', `c${i}`, 'spec: {replicas: 1}', 'apps/v1'), '---\n'),
  'items of a list': (count) => `apiVersion: v1\nkind: List\nitems:\n${times(count, (i) => `- ${workflow('shop', `w${i}`).trim().replaceAll('\n', '\n  ')}\n`, '')}`,
  'acknowledgements': (count) => document(platform('shop', '{}'), times(count, (i) => workflow('shop', `w-${i}`, {
    annotations: 'acknowledge.cdk8s-sonataflow/SF-FLOW-ID: "we know"',
  }), '---\n')),
  // The metadata.
  'annotations': (count) => workflow('shop', 'greet', { annotations: times(count, (i) => `a${i}: b`) }),
  'labels': (count) => workflow('shop', 'greet').replace('metadata: {', `metadata: {labels: {${times(count, (i) => `a${i}: b`)}}, `),
  // The text.
  'aliases': (count) => flow(`description: &a x, metadata: {${times(count, (i) => `k${i}: *a`)}}`),
  'anchors': (count) => flow(`metadata: {${times(count, (i) => `k${i}: &a${i} x`)}}`),
  'escapes': (count) => flow(`description: "${times(count, () => '\\u0041', '')}"`),
  'lines of a text': (count) => flow(`description: "${times(count, () => 'x', '\n')}"`),
  'comments': (count) => `${times(count, () => '# x\n', '')}${workflow('shop', 'greet')}`,
  'keys that are twice': (count) => flow(`metadata: {${times(count, (i) => `k${i}: 1, k${i}: 2`)}}`),
  'merged keys': (count) => flow(`metadata: {a: &a {${times(count, (i) => `k${i}: 1`)}}, b: {<<: *a}}`),
  'empty documents': (count) => document(times(count, () => '# x\n', '---\n'), workflow('shop', 'greet')),
  // The custom resource.
  'unknown fields': (count) => container(times(count, (i) => `unknown${i}: 1`)),
  'values of a wrong type': (count) => container(`env: [${times(count, (i) => `{name: A${i}, value: 1}`)}]`),
  'variables': (count) => container(`env: [${times(count, (i) => `{name: A${i}, value: b}`)}]`),
  'variables that refer to each other': (count) => container(`env: [${times(count, (i) => `{name: A${i}, value: "$(A${i + 1})"}`)}]`),
  'variables of one name': (count) => container(`env: [${times(count, () => '{name: A, value: b}')}]`),
  'variables from Secrets': (count) => container(`env: [${times(count, (i) => `{name: A${i}, valueFrom: {secretKeyRef: {name: s${i}, key: k}}}`)}]`),
  'variables of one Secret': (count) => document(object('Secret', 's', `stringData: {${times(count, (i) => `k${i}: v`)}}`),
    container(`env: [${times(count, (i) => `{name: A${i}, valueFrom: {secretKeyRef: {name: s, key: k${i}}}}`)}]`)),
  'variables from whole Secrets': (count) => container(`envFrom: [${times(count, (i) => `{secretRef: {name: s${i}}}`)}]`),
  'ports': (count) => container(`ports: [${times(count, (i) => `{name: p${i}, containerPort: ${i}}`)}]`),
  'mounts': (count) => pod(`volumes: [${times(count, (i) => `{name: v${i}, emptyDir: {}}`)}]`)
    .replace('greet:1}', `greet:1, volumeMounts: [${times(count, (i) => `{name: v${i}, mountPath: /m${i}}`)}]}`),
  'containers': (count) => pod(`containers: [${times(count, (i) => `{name: c${i}, image: x}`)}]`),
  'init containers': (count) => pod(`initContainers: [${times(count, (i) => `{name: c${i}, image: x}`)}]`),
  'containers that mount a volume each': (count) => pod(`volumes: [${times(count, (i) => `{name: v${i}, emptyDir: {}}`)}], containers: [${
    times(count, (i) => `{name: c${i}, image: x, volumeMounts: [{name: v${i}, mountPath: /m}]}`)}]`),
  'tolerations': (count) => pod(`tolerations: [${times(count, (i) => `{key: k${i}, operator: Exists}`)}]`),
  'resources of ConfigMaps': (count) => spec(`resources: {configMaps: [${times(count, (i) => `{configMap: {name: c${i}}, workflowPath: p${i}}`)}]}`),
  'sources': (count) => flow(`events: [${times(count, consumed)}]`).concat(`  sources: [${times(count, (i) =>
    `{eventType: t${i}, ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: events}}`)}]\n`),
  'properties of a platform': (count) => document(platform('shop', `{properties: {flow: [${times(count, (i) => `{name: a${i}, value: b}`)}]}}`), workflow('shop', 'greet')),
  'properties of one name': (count) => document(platform('shop', `{properties: {flow: [${times(count, () => '{name: a, value: b}')}]}}`), workflow('shop', 'greet')),
  'properties that refer to each other': (count) =>
    document(platform('shop', `{properties: {flow: [${times(count, (i) => `{name: a${i}, value: "\${a${i + 1}}"}`)}]}}`), workflow('shop', 'greet')),
  'properties from Secrets': (count) => document(platform('shop',
    `{properties: {flow: [${times(count, (i) => `{name: a${i}, valueFrom: {secretKeyRef: {name: s${i}, key: k}}}`)}]}}`), workflow('shop', 'greet')),
  'properties from one ConfigMap': (count) => document(object('ConfigMap', 'c', `data: {${times(count, (i) => `k${i}: v`)}}`), platform('shop',
    `{properties: {flow: [${times(count, (i) => `{name: a${i}, valueFrom: {configMapKeyRef: {name: c, key: k${i}}}}`)}]}}`), workflow('shop', 'greet')),
  'properties of a workflow': (count) => document(
    object('ConfigMap', 'greet-props', `data:\n  application.properties: |\n${times(count, (i) => `    a${i}=b\n`, '')}`), workflow('shop', 'greet'),
  ),
  'references in one property': (count) => document(
    object('ConfigMap', 'greet-props', `data:\n  application.properties: |\n    a=b\n    c=${times(count, () => '${a}', '')}\n`), workflow('shop', 'greet'),
  ),
  'discovered services': (count) => document(
    object('ConfigMap', 'greet-props', `data:\n  application.properties: |\n${times(count, (i) => `    a${i}=\${kubernetes:services.v1/shop/s${i}}\n`, '')}`),
    times(count, (i) => object('Service', `s${i}`, 'spec: {ports: [{port: 80}]}'), '---\n'), workflow('shop', 'greet'),
  ),
  'discovered workloads': (count) => document(
    object('ConfigMap', 'greet-props', `data:\n  application.properties: |\n${times(count, (i) => `    a${i}=\${kubernetes:deployments.v1.apps/shop/s${i}}\n`, '')}`),
    times(count, (i) => document(object('Service', `s${i}`, `spec: {selector: {app: s${i}}, ports: [{port: 80}]}`),
      object('Deployment', `s${i}`, `spec: {selector: {matchLabels: {app: s${i}}}}`, 'apps/v1')), '---\n'),
    workflow('shop', 'greet'),
  ),
  'discovered ports': (count) => document(
    object('ConfigMap', 'greet-props', `data:\n  application.properties: |\n${times(count, (i) => `    a${i}=\${kubernetes:services.v1/shop/s?port=p${i}}\n`, '')}`),
    object('Service', 's', `spec: {ports: [${times(count, (i) => `{name: p${i}, port: ${i}}`)}]}`), workflow('shop', 'greet'),
  ),
  'discovered workloads behind the same Services': (count) => document(
    object('ConfigMap', 'greet-props', `data:\n  application.properties: |\n${times(count, (i) => `    a${i}=\${kubernetes:deployments.v1.apps/shop/s${i}?tier=t${i}}\n`, '')}`),
    times(count, (i) => document(object('Service', `s${i}`, 'spec: {selector: {app: s}, ports: [{port: 80}]}'),
      object('Deployment', `s${i}`, 'spec: {selector: {matchLabels: {app: s}}}', 'apps/v1')), '---\n'),
    workflow('shop', 'greet'),
  ),
  // The flow.
  'states': (count) => states(`${times(count, INJECT)}, ${END.replace('Z', `A${FIRST + count}`)}`),
  'states that nothing reaches': (count) => states(`${END}, ${times(count, (i) => END.replace('Z', `A${i}`))}`),
  'states of one name': (count) => states(times(count, () => END)),
  'transitions to nowhere': (count) => states(times(count, (i) => `{name: A${i}, type: inject, data: {}, transition: Nowhere${i}}`)),
  'conditions of a switch': (count) => states(`{name: A, type: switch, dataConditions: [${
    times(count, (i) => `{condition: "\${ .a > ${i} }", transition: Z}`)}], defaultCondition: {transition: Z}}, ${END}`),
  'switches to all states': (count) => states(`{name: A, type: switch, dataConditions: [${
    times(count, (i) => `{condition: "\${ .a > ${i} }", transition: B${i}}`)}], defaultCondition: {transition: B${FIRST}}}, ${times(count, (i) => END.replace('Z', `B${i}`))}`),
  'events of a switch': (count) => flow(`events: [${times(count, consumed)}]`, `{name: A, type: switch, eventConditions: [${
    times(count, (i) => `{eventRef: e${i}, transition: Z}`)}], timeouts: {eventTimeout: PT1S}, defaultCondition: {transition: Z}}, ${END}`),
  'functions': (count) => flow(`functions: [${times(count, rest)}]`),
  'functions that are called': (count) => flow(`functions: [${times(count, rest)}]`,
    `{name: A, type: operation, actions: [${times(count, (i) => `{functionRef: {refName: f${i}, arguments: {a: "\${ .a }"}}}`)}], end: true}`),
  'functions that are not there': (count) => operation(times(count, (i) => `{functionRef: {refName: g${i}}}`)).replace('flow: {', `flow: {functions: [${times(count, rest)}], `),
  'functions of one name': (count) => flow(`functions: [${times(count, () => rest(0))}]`),
  'functions that stand for each other': (count) => flow(`functions: [${times(count, (i) => `{name: f${i}, type: expression, operation: "fn:f${i + 1}"}`)}]`,
    `{name: A, type: operation, actions: [${times(count, (i) => `{functionRef: {refName: f${i}}}`)}], end: true}`),
  'functions from specifications': (count) => flow(`functions: [${times(count, (i) => `{name: f${i}, operation: "specs/s${i}.yaml#op"}`)}]`),
  'events': (count) => flow(`events: [${times(count, consumed)}]`),
  'events that are waited for': (count) => flow(`events: [${times(count, consumed)}]`,
    `{name: A, type: event, onEvents: [${times(count, (i) => `{eventRefs: [e${i}], actions: []}`)}], end: true}`),
  'events that are produced': (count) => flow(`events: [${times(count, produced)}]`,
    `{name: A, type: inject, data: {}, end: {produceEvents: [${times(count, (i) => `{eventRef: e${i}}`)}]}}`),
  'events of one type': (count) => flow(`events: [${times(count, (i) => `{name: e${i}, type: t, kind: consumed, source: s}`)}]`),
  'branches': (count) => states(`{name: A, type: parallel, branches: [${times(count, (i) => `{name: b${i}, actions: []}`)}], end: true}`),
  'subflows': (count) => operation(times(count, (i) => `{subFlowRef: s${i}}`)),
  'errors': (count) => flow(`errors: [${times(count, (i) => `{name: r${i}, code: c}`)}]`,
    `{name: A, type: operation, actions: [], onErrors: [${times(count, (i) => `{errorRef: r${i}, end: true}`)}], end: true}`),
  'retries': (count) => flow(`retries: [${times(count, (i) => `{name: r${i}, delay: PT1S, maxAttempts: 2}`)}]`),
  'compensations': (count) => states(`${times(count, (i) => `{name: A${i}, type: inject, data: {}, compensatedBy: C${i}, transition: A${i + 1}}, ${
    END.replace('Z', `C${i}`).replace('end: true', 'usedForCompensation: true')}`)}, ${END.replace('Z', `A${FIRST + count}`)}`),
  'states with one compensation of many states': (count) => states(`${
    times(count, (i) => `{name: A${i}, type: inject, data: {}, compensatedBy: C${FIRST}, transition: A${i + 1}}`)}, ${END.replace('Z', `A${FIRST + count}`)}, ${
    times(count + 1, (i) => `{name: C${i}, type: inject, data: {}, usedForCompensation: true${i < FIRST + count ? `, transition: C${i + 1}` : ''}}`)}`),
  'constants': (count) => flow(`constants: {${times(count, (i) => `c${i}: 1`)}}`),
  'secrets': (count) => flow(`secrets: [${times(count, (i) => `s${i}`)}]`),
  'expressions that read secrets': (count) => operation(times(count, (i) => `{functionRef: {refName: f, arguments: {a: "\${ $SECRET.s${i} }"}}}`))
    .replace('flow: {', `flow: {functions: [{name: f, type: custom, operation: sysout}], secrets: [${times(count, (i) => `s${i}`)}], `),
  'filters in an expression': (count) => states(`{name: A, type: inject, data: {}, stateDataFilter: {output: "\${ ${times(count, () => '.a', ' | ')} }"}, end: true}`),
  'sums in an expression': (count) => states(`{name: A, type: inject, data: {}, stateDataFilter: {output: "\${ ${times(count, () => '1', ' + ')} }"}, end: true}`),
  'fields of data': (count) => states(`{name: A, type: inject, data: {${times(count, (i) => `k${i}: 1`)}}, end: true}`),
  'unknown keys of a flow': (count) => flow(times(count, (i) => `unknown${i}: 1`)),
};

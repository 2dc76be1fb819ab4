import { ConversionInput } from './conversion';
import { JsonObject } from '../json/json';

/** What a new repository begins with: a platform with its services, and a workflow of the profile preview that greets. */
const BEGINNING: readonly JsonObject[] = [
  {
    apiVersion: 'sonataflow.org/v1alpha08',
    kind: 'SonataFlowPlatform',
    metadata: { name: 'sonataflow-platform', namespace: 'workflows' },
    spec: { services: { dataIndex: {}, jobService: {} } },
  },
  {
    apiVersion: 'sonataflow.org/v1alpha08',
    kind: 'SonataFlow',
    metadata: {
      name: 'greet',
      namespace: 'workflows',
      annotations: { 'sonataflow.org/profile': 'preview', 'sonataflow.org/version': '1.0', 'sonataflow.org/description': 'Greets by name' },
    },
    spec: {
      flow: {
        start: 'Greet',
        functions: [{ name: 'greet', type: 'expression', operation: '{ greeting: ("Hello, " + .name) }' }],
        states: [{ name: 'Greet', type: 'operation', actions: [{ functionRef: 'greet' }], end: true }],
      },
    },
  },
];

/** The input of a conversion that makes a new repository. */
export function newProgram(given: Pick<ConversionInput, 'name' | 'language' | 'version' | 'operator'>): ConversionInput {
  return { ...given, clusters: [{ name: '', objects: BEGINNING }], projects: [], facts: {}, only: [] };
}

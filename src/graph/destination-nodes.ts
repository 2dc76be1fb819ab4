import { GraphBuilder } from './graph';
import { shownUrl } from '../findings/shown-url';
import { DestinationField } from '../model/resource';

/** What takes events or brings them: a broker, another object, or an address. */
export function destinationNode(builder: GraphBuilder, { ref, uri = '' }: DestinationField, defaultNamespace: string): string {
  if (!ref) return builder.add({ id: `sink ${shownUrl(uri)}`, kind: 'sink', name: shownUrl(uri) || 'an address that is empty' });
  const namespace = ref.namespace || defaultNamespace;
  const isBroker = ref.kind === 'Broker';
  return builder.add({
    id: `${isBroker ? 'broker' : `sink ${ref.kind}`} ${namespace}/${ref.name}`,
    kind: isBroker ? 'broker' : 'sink',
    name: isBroker ? ref.name : `${ref.kind} ${ref.name}`,
    namespace,
  });
}

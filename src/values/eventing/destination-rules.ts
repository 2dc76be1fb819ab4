import { shownUrl } from '../../findings/shown-url';
import { quote } from '../../findings/words';
import { ValueProblem } from '../../rules/value-problem';

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\/\/[^\s/]\S*$/i;

/** Knative takes an address that stands alone only in full. */
export function addressProblem(uri: string): ValueProblem | undefined {
  if (ABSOLUTE.test(uri)) return undefined;
  return {
    rule: 'SF-DESTINATION-URI',
    given: `uri ${quote(shownUrl(uri))} of no object`,
    allowed: 'a full address without blanks, such as http://events.example.org/orders',
    fix: uri.startsWith('/') ? 'name the object by Destination.ref, with this as its uri' : 'write scheme and host too',
  };
}

/** Knative resolves the uri of an object against the object's own address. */
export function relativeUriProblem(uri: string): ValueProblem | undefined {
  if (!/\s/.test(uri) && !/^[a-z][a-z0-9+.-]*:/i.test(uri)) return undefined;
  return {
    rule: 'SF-DESTINATION-URI',
    given: `uri ${quote(shownUrl(uri))} of an object`,
    allowed: 'a path at the object without blanks, such as /orders',
    fix: 'leave scheme and host out, or use Destination.uri for an address of no object',
  };
}

export function kindProblem(kind: string): ValueProblem | undefined {
  if (/^[A-Z][A-Za-z0-9]*$/.test(kind)) return undefined;
  return { rule: 'SF-DESTINATION-KIND', given: `kind ${quote(kind)}`, allowed: 'a kind of object such as Broker or Service', fix: 'write the kind as in its manifests' };
}

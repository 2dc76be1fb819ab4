import { eachService } from './operator-containers';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { displacedEntries } from '../../manifests/parts/own-entries';
import { ownServiceContainer } from '../../manifests/service/service-container';
import { ownServicePod } from '../../manifests/service/service-deployment';
import { SERVICE_KINDS, ServiceModel } from '../../model/service';
import { Violation } from '../../rules/found';
import { Check, PlatformSubject } from '../check';

/** A list of the user replaces the operator's: the properties are no longer mounted, or port 8080 is gone. */
export const podReplaces: Check<PlatformSubject> = {
  rule: 'SF-POD-REPLACES',
  check: eachService((service, path) => [
    ...displacedEntries(service.podTemplate as JsonObject, ownServicePod(service))
      .map(([field, entries]) => displaced(service, [...path, field], entries)),
    ...displacedEntries(service.podTemplate.container ?? {}, ownServiceContainer(service))
      .map(([field, entries]) => displaced(service, [...path, 'container', field], entries)),
  ]),
};

function displaced({ kind }: ServiceModel, path: FieldPath, entries: readonly JsonObject[]): Violation {
  const own = entries.map((entry) => JSON.stringify(entry)).join(', ');
  return {
    path,
    given: `a list that replaces the operator's own for the ${SERVICE_KINDS[kind].title}`,
    allowed: 'a list that has the operator\'s own entry too',
    fix: `add ${own}`,
  };
}

import { billionths } from '../../go/quantity';
import { JsonObject } from '../../json/json';
import { asObject } from '../../json/lenient';

/** Where a limit or a request of the operator's clashes with one of the user's, the limit is raised; two of the user's are the user's to mend. */
export function withRaisedLimits(container: JsonObject, users: JsonObject): JsonObject {
  const { requests, limits } = asObject(container.resources);
  const given = asObject(users.resources);
  const raised = Object.entries(asObject(requests)).filter(([name, request]) => {
    const bothGiven = name in asObject(given.requests) && name in asObject(given.limits);
    return !bothGiven && name in asObject(limits) && (billionths(request) ?? 0n) > (billionths(asObject(limits)[name]) ?? 0n);
  });
  if (raised.length === 0) return container;
  const raisedLimits = { ...asObject(limits), ...Object.fromEntries(raised) };
  return { ...container, resources: { ...asObject(container.resources), limits: raisedLimits } as JsonObject };
}

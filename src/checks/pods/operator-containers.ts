import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { ownServiceContainer } from '../../manifests/service/service-container';
import { OWN_WORKFLOW_CONTAINER } from '../../manifests/workflow/workflow-container';
import { servicePath, ALL_SERVICE_KINDS, ServiceModel } from '../../model/service';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { Check, PlatformSubject } from '../check';
import { ForBoth } from '../database-places';

/** A container of the operator's with the wishes of a user for it. */
interface Customised {
  /** Of the pod template. */
  readonly path: FieldPath;
  readonly own: JsonObject;
  readonly users: JsonObject;
}

/** What is to be said about each service of a platform; the path is that of its pod template. */
export function eachService(check: (service: ServiceModel, path: FieldPath, subject: PlatformSubject) => readonly Violation[]): Check<PlatformSubject>['check'] {
  return (subject) => ALL_SERVICE_KINDS.flatMap((kind) => {
    const service = subject.platform[kind];
    return service ? check(service, [...servicePath(kind), 'podTemplate'], subject) : [];
  });
}

/** A rule about the containers of the operator: services' and workflows'. */
export function forEachContainer(rule: RuleId, check: (customised: Customised) => readonly Violation[]): ForBoth {
  return {
    platform: {
      rule,
      check: eachService((service, path) => check({ path, own: ownServiceContainer(service), users: service.podTemplate.container ?? {} })),
    },
    workflow: {
      rule,
      check: ({ workflow }) => check({
        path: ['spec', 'podTemplate'], own: OWN_WORKFLOW_CONTAINER, users: workflow.podTemplate.container ?? {},
      }),
    },
  };
}

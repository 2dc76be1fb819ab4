import { DEFINITION_CHECKS } from './definition-findings';
import { DefinitionCheck, DefinitionSubject, definitionSubject } from './definition-subject';
import { Severity } from '../../findings/finding';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asList, asObject } from '../../json/lenient';
import { WorkflowResource } from '../../model/resource';
import { Violation } from '../../rules/found';
import { RuleId, ruleOf } from '../../rules/rules';
import { WorkflowProfile } from '../../values/workflow-profile';
import { Check, WorkflowSubject } from '../check';

/** What a definition says that a custom resource has in its annotations. */
const ANNOTATED = ['name', 'description', 'version', 'key', 'expressionLang'] as const;
const ANNOTATION_PREFIX = 'sonataflow.org/';

/** The checks of definitions for the definition that the operator makes of a custom resource. */
export const RESOURCE_DEFINITION_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = DEFINITION_CHECKS.map((check) => ofResource(check));

/** In gitops the image is built of a file that may say something else. */
function ofResource({ rule, check }: DefinitionCheck): Check<WorkflowSubject> {
  return {
    rule,
    check: ({ workflow: { profile }, resource }) => check(subjectOf(resource)).map((violation): Violation => ({
      ...violation,
      path: placeInResource(violation.path ?? []),
      severity: profile === WorkflowProfile.GITOPS ? Severity.WARNING : severityOf(rule, violation),
    })),
  };
}

function severityOf(rule: RuleId, { severity }: Violation): Severity {
  return severity ?? ruleOf(rule).severity;
}

const SUBJECTS = new WeakMap<WorkflowResource, DefinitionSubject>();

function subjectOf(resource: WorkflowResource): DefinitionSubject {
  const known = SUBJECTS.get(resource) ?? definitionSubject(definitionOf(resource), { origin: 'resource' });
  SUBJECTS.set(resource, known);
  return known;
}

/** The id is the name of the custom resource, and a flow without start begins with its first state. */
function definitionOf({ metadata: { name, annotations }, spec: { flow } }: WorkflowResource): JsonObject {
  const annotated = ANNOTATED.map((word) => [word, annotations[ANNOTATION_PREFIX + word]] as const).filter(([, text]) => text !== undefined);
  return { start: { stateName: asObject(asList(flow.states)[0]).name ?? '' }, ...flow, ...Object.fromEntries(annotated), id: name };
}

function placeInResource(path: FieldPath): FieldPath {
  const [first] = path;
  if (first === 'id') return ['metadata', 'name'];
  if (path.length === 1 && ANNOTATED.some((word) => word === first)) return ['metadata', 'annotations', ANNOTATION_PREFIX + String(first)];
  return ['spec', 'flow', ...path];
}

import { DEFINITION_CHECKS } from './definition-findings';
import { DefinitionCheck, DefinitionSubject, definitionSubject } from './definition-subject';
import { Severity } from '../../findings/finding';
import { FieldPath } from '../../json/field-path';
import { JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { Landscape } from '../../model/landscape';
import { WorkflowResource } from '../../model/resource';
import { Violation } from '../../rules/found';
import { RuleId, ruleOf } from '../../rules/rules';
import { WorkflowProfile } from '../../values/workflow-profile';
import { DefinitionFiles, plainPath } from '../../workflow-definition/definition-files';
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
    check: (subject) => check(definitionOfSubject(subject)).map((violation): Violation => ({
      ...violation,
      path: placeInResource(violation.path ?? []),
      severity: subject.workflow.profile === WorkflowProfile.GITOPS ? Severity.WARNING : severityOf(rule, violation),
    })),
  };
}

function severityOf(rule: RuleId, { severity }: Violation): Severity {
  return severity ?? ruleOf(rule).severity;
}

const SUBJECTS = new WeakMap<WorkflowSubject, DefinitionSubject>();

/** All checks ask the same subject. */
function definitionOfSubject(subject: WorkflowSubject): DefinitionSubject {
  const known = SUBJECTS.get(subject);
  if (known) return known;
  const { landscape, resource, workflow: { profile } } = subject;
  const made = definitionSubject(definitionOf(resource), {
    origin: 'resource', operatorBuilds: profile !== WorkflowProfile.GITOPS, files: filesOf(landscape, resource),
  });
  SUBJECTS.set(subject, made);
  return made;
}

/** What the ConfigMaps with resources hold, of those that are known. */
function filesOf(landscape: Landscape, { metadata: { namespace }, spec: { resources } }: WorkflowResource): DefinitionFiles {
  const texts = new Map((resources?.configMaps ?? []).flatMap(({ configMap, workflowPath = '' }) => (
    Object.entries(asObject(landscape.object('ConfigMap', namespace, configMap.name)?.data)).map(([key, text]) => [plainPath(`${workflowPath}/${key}`), asText(text)])
  )));
  return { paths: [...texts.keys()], read: (path) => texts.get(path) };
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

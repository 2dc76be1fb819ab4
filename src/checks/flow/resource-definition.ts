import { DEFINITION_CHECKS, DefinitionFinding, definitionFindings } from './definition-findings';
import { Severity } from '../../findings/finding';
import { FieldPath } from '../../json/field-path';
import { isJsonObject, JsonObject } from '../../json/json';
import { asList, asObject, asText } from '../../json/lenient';
import { Landscape } from '../../model/landscape';
import { WorkflowResource } from '../../model/resource';
import { WorkflowProfile } from '../../values/workflow-profile';
import { annotationOf, DEFINITION_ANNOTATIONS } from '../../workflow-definition/definition-annotations';
import { DefinitionFiles, plainPath } from '../../workflow-definition/files/definition-files';
import { Check, WorkflowSubject } from '../check';

/** The checks of definitions for the definition that the operator makes of a custom resource. */
export const RESOURCE_DEFINITION_CHECKS: ReadonlyArray<Check<WorkflowSubject>> = DEFINITION_CHECKS.map(({ rule }) => (
  { rule, check: (subject) => findingsOf(subject).filter((found) => found.rule === rule) }
));

const FINDINGS = new WeakMap<WorkflowSubject, readonly DefinitionFinding[]>();

/** All checks ask for the same. */
function findingsOf(subject: WorkflowSubject): readonly DefinitionFinding[] {
  const known = FINDINGS.get(subject);
  if (known) return known;
  const { landscape, resource, workflow: { profile }, imageFiles } = subject;
  // Of a flow that is not there nothing else is to be said.
  if (Object.keys(resource.spec.flow).length === 0) return [];
  const isGitops = profile === WorkflowProfile.GITOPS;
  const found = definitionFindings(definitionOf(resource), { origin: 'resource', operatorBuilds: !isGitops, files: imageFiles ?? filesOf(landscape, resource) });
  // In gitops the image is built of a file that may say something else.
  const placed = found.map((one) => ({ ...one, path: placeInResource(one.path ?? []), severity: isGitops ? Severity.WARNING : one.severity }));
  FINDINGS.set(subject, placed);
  return placed;
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
  const annotated = DEFINITION_ANNOTATIONS.map((word) => [word, annotations[annotationOf(word)]] as const).filter(([, text]) => text !== undefined);
  const { start, ...rest } = flow;
  // Of one that is neither it is told that the operator cannot read it.
  const known = typeof start === 'string' || isJsonObject(start) ? start : { stateName: asObject(asList(flow.states)[0]).name ?? '' };
  return { start: known, ...rest, ...Object.fromEntries(annotated), id: name };
}

function placeInResource(path: FieldPath): FieldPath {
  const [first] = path;
  if (first === 'id') return ['metadata', 'name'];
  const annotated = path.length === 1 ? DEFINITION_ANNOTATIONS.find((word) => word === first) : undefined;
  if (annotated) return ['metadata', 'annotations', annotationOf(annotated)];
  return ['spec', 'flow', ...path];
}

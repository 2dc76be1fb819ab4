import { madeServicePod, madeWorkflowPod } from './made-pods';
import { eachService } from './operator-containers';
import { MadePod, ownContainerIndex, podOrigin } from './pod-origin';
import { Severity } from '../../findings/finding';
import { fieldName, FieldPath } from '../../json/field-path';
import { Landscape, toTheLetter } from '../../model/landscape';
import { problemsOfKnativePod } from '../../pod-rules/knative';
import { knownToKnative } from '../../pod-rules/knative-schema';
import { PROBES } from '../../pod-rules/probes';
import { Problem, ProblemKind } from '../../pod-rules/rule';
import { problemsOfPod } from '../../pod-rules/table';
import { Violation } from '../../rules/found';
import { RuleId } from '../../rules/rules';
import { ResolvedClusterFacts } from '../../values/operator/cluster-facts';
import { Subject, WorkflowSubject } from '../check';
import { ForBoth } from '../database-places';

interface TracedProblem {
  readonly kind: ProblemKind;
  readonly violation: Violation & { readonly path: FieldPath };
}

type FindProblems = (made: MadePod, facts: ResolvedClusterFacts) => readonly Problem[];

const ofDeployment: FindProblems = ({ pod }, facts) => problemsOfPod(pod, facts.kubernetesMinor);
const ofKnative: FindProblems = ({ pod }, facts) => problemsOfKnativePod(pod, facts.knativeFeatures);
const ofKnativesDeployment: FindProblems = ({ pod }, facts) => problemsOfPod(knownToKnative(pod), facts.kubernetesMinor);

/** What is refused of a pod, where the custom resource brought it. */
function tracedProblems(made: MadePod, facts: ResolvedClusterFacts, find: FindProblems): TracedProblem[] {
  const origin = podOrigin(made);
  const own = ownContainerIndex(made);
  return find(made, facts).filter((problem) => !isTold(problem, own))
    .flatMap((problem) => traced(problem, origin(problem.path), problem.other && origin(problem.other)));
}

/** A workflow without an image is told elsewhere: who has to name it depends on its profile. */
function isTold({ path: [list, index, field] }: Problem, own: number): boolean {
  return list === 'containers' && index === own && field === 'image';
}

function traced(problem: Problem, here: FieldPath | undefined, there: FieldPath | undefined): TracedProblem[] {
  const { kind, path, other, onlyHere, given, allowed, fix } = problem;
  const clashes = other !== undefined && (here === undefined) !== (there === undefined);
  const place = here ?? there;
  if (!place || (clashes && (onlyHere || isSecondHandler(problem)))) return [];
  const operators = clashes ? `; the operator itself writes ${fieldName((here ? other : path).slice(-2))}` : '';
  return [{ kind, violation: { path: place, given: `${given}${operators}`, allowed, fix } }];
}

/** Two handlers of a probe, one of them the operator's, are a rule of their own. */
function isSecondHandler({ kind, path }: Problem): boolean {
  return kind === 'oneOf' && PROBES.some((probe) => path[path.length - 2] === probe);
}

const identity = ({ kind, violation: { path } }: TracedProblem) => `${kind} ${fieldName(path)}`;

/** Where Kubernetes objects are rendered with corrections, some of what the operator would write is not in them. */
function problemsOf({ target, landscape }: Subject, make: (landscape: Landscape) => MadePod | undefined, find: FindProblems): TracedProblem[] {
  const letter = make(toTheLetter(landscape));
  if (!letter) return [];
  const problems = tracedProblems(letter, landscape.facts, find);
  if (target === 'customResources' || !landscape.corrected || problems.length === 0) return problems;
  const left = tracedProblems(make(landscape)!, landscape.facts, find);
  const ids = new Set(left.map(identity));
  return [...left, ...problems.filter((problem) => !ids.has(identity(problem)))
    .map(({ kind, violation }): TracedProblem => ({ kind, violation: { ...violation, correction: 'podClashes' } }))];
}

/** What only Knative, which makes the Deployment of a Knative Service, will be told. */
function laterProblems(subject: WorkflowSubject, make: (landscape: Landscape) => MadePod | undefined): TracedProblem[] {
  const refused = new Set(problemsOf(subject, make, ofKnative).map(({ violation }) => fieldName(violation.path)));
  return problemsOf(subject, make, ofKnativesDeployment)
    .filter(({ kind, violation }) => kind !== 'duplicate' && !refused.has(fieldName(violation.path)))
    .map(({ kind, violation }) => ({ kind, violation: { ...violation, severity: Severity.WARNING } }));
}

const remembered = new WeakMap<object, readonly TracedProblem[]>();

/** Each pod is looked at once for all rules. */
function once(key: object, find: () => readonly TracedProblem[]): readonly TracedProblem[] {
  let problems = remembered.get(key);
  if (!problems) remembered.set(key, problems = find());
  return problems;
}

/** A rule about what Kubernetes refuses of the pods of services and workflows. */
export function forEachPod(rule: RuleId, kind: ProblemKind): ForBoth {
  const ofKind = (problems: readonly TracedProblem[]) => problems.filter((problem) => problem.kind === kind).map(({ violation }) => violation);
  return {
    platform: {
      rule,
      check: eachService((service, _path, subject) => (
        ofKind(once(service, () => problemsOf(subject, (landscape) => madeServicePod(landscape, service), ofDeployment)))
      )),
    },
    workflow: {
      rule,
      check: (subject) => ofKind(once(subject.workflow, () => {
        const make = (landscape: Landscape) => madeWorkflowPod(landscape, subject.workflow);
        return subject.workflow.deploymentModel === 'knative' ? laterProblems(subject, make) : problemsOf(subject, make, ofDeployment);
      })),
    },
  };
}

/** What Knative Serving refuses of the pods of a workflow. */
export function knativeProblems(subject: WorkflowSubject): Violation[] {
  return problemsOf(subject, (landscape) => madeWorkflowPod(landscape, subject.workflow), ofKnative).map(({ violation }) => violation);
}

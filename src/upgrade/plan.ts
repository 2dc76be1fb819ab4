import { Hop, isLogic } from './releases';
import { CLUSTER, Scene, sceneOf, servicesOf, Subject } from './scene';
import { Action, Certainty, Phase, PHASES, Role, UpgradeStep, Weight } from './step';
import { UPGRADE_STEPS } from './steps/all-steps';
import { Difference, differenceOf } from '../diff/difference';
import { Side } from '../diff/side';
import { list } from '../findings/words';
import { JsonObject } from '../json/json';
import { userConfigMapName } from '../model/workflow';
import { OperatorName } from '../values/operator/operator-releases';
import { WorkflowProfile } from '../values/workflow-profile';

/** Something to be done, to be looked at or to be known in one hop. */
export interface PlannedAction {
  /** The id of its step. */
  readonly step: string;
  readonly part: 'before' | 'operator' | 'after';
  readonly phase: Phase;
  readonly role: Role;
  readonly weight: Weight;
  readonly title: string;
  /** The objects that it concerns; none where it is about the cluster. */
  readonly objects: readonly Subject[];
  /** Lines of a shell. */
  readonly commands: readonly string[];
  readonly why: string;
  readonly downtime?: string;
  readonly loss?: string;
  readonly backup?: string;
  readonly source: string;
  readonly certainty: Certainty;
}

export interface PlannedHop {
  readonly from: string;
  readonly to: string;
  /** In the order in which they are done. */
  readonly actions: readonly PlannedAction[];
  /** @default - what one of the two operators makes is not known */
  readonly difference?: Difference;
}

export interface UpgradePlan {
  readonly from: string;
  readonly to: string;
  readonly assumptions: readonly string[];
  /** What the input does not tell. */
  readonly unknown: readonly string[];
  readonly hops: readonly PlannedHop[];
}

/** What a plan is made for. */
export interface PlanInput {
  readonly hops: readonly Hop[];
  /** The cluster with an operator. */
  readonly sideOf: (operator: OperatorName) => Side;
  /** Everything as it was written. */
  readonly documents: readonly JsonObject[];
}

/** The plan for exactly this cluster: hop by hop, as each guide is about one. */
export function planUpgrade({ hops, sideOf, documents }: PlanInput): UpgradePlan {
  const scenes = hops.map((hop) => {
    // Of a release that is not known, its neighbour is the nearest that is.
    const [before, after] = [hop.from.operator ?? hop.to.operator, hop.to.operator ?? hop.from.operator];
    return sceneOf(hop, sideOf(before ?? '10.1.0'), sideOf(after ?? '10.1.0'), documents);
  });
  return {
    from: hops[0]?.from.name ?? '',
    to: hops.at(-1)?.to.name ?? '',
    assumptions: assumptions(hops),
    unknown: [...new Set(scenes.flatMap(unknownIn))],
    hops: scenes.map((scene) => plannedHop(scene, sideOf)),
  };
}

function plannedHop(scene: Scene, sideOf: (operator: OperatorName) => Side): PlannedHop {
  const { from, to } = scene.hop;
  const actions = UPGRADE_STEPS.filter(({ hop }) => hop(scene.hop)).flatMap((step) => plannedActions(step, scene));
  return {
    from: from.name,
    to: to.name,
    actions: actions.sort((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase)),
    ...from.operator && to.operator && { difference: differenceOf(sideOf(from.operator), sideOf(to.operator)) },
  };
}

function plannedActions(step: UpgradeStep, scene: Scene): PlannedAction[] {
  const subjects = step.concerns(scene);
  if (subjects.length === 0) return [];
  return step.actions.filter(({ applies = () => true }) => applies(scene)).map((action) => planned(step, action, subjects, scene));
}

const PARTS = { B: 'before', O: 'operator', A: 'after' } as const;

function planned({ id, source, certainty }: UpgradeStep, action: Action, subjects: readonly Subject[], scene: Scene): PlannedAction {
  const { role, title, why, downtime, commands, weight = 'step' } = action;
  const phase = typeof action.phase === 'function' ? action.phase(scene.hop) : action.phase;
  const [loss, backup] = [action.loss?.(subjects, scene), action.backup?.(subjects, scene)];
  return {
    step: id,
    part: PARTS[phase.charAt(0) as keyof typeof PARTS],
    phase,
    role,
    weight: typeof weight === 'function' ? weight(scene) : weight,
    title,
    objects: subjects === CLUSTER ? [] : subjects,
    commands: commands?.(subjects, scene) ?? [],
    why,
    ...downtime !== undefined && { downtime },
    ...loss !== undefined && { loss },
    ...backup !== undefined && { backup },
    source,
    certainty,
  };
}

function assumptions(hops: readonly Hop[]): string[] {
  const unrendered = hops.flatMap(({ from, to }) => [from, to]).filter(({ operator }) => operator === undefined).map(({ name }) => name);
  return [
    'The cluster has what the files say, and nothing else of SonataFlow.',
    ...hops.length > 1 ? ['Each hop is finished before the next one begins, as each guide is about one hop.'] : [],
    ...unrendered.length > 0 ? [`What ${list([...new Set(unrendered)])} makes is not known well enough: those hops are steps without a rendering and without a difference.`] : [],
  ];
}

/** What has to be asked, as the files do not say it. */
function unknownIn(scene: Scene): string[] {
  const { hop, landscape, platforms, workflows, objects } = scene;
  const withoutProperties = workflows.filter(({ userConfigMap }) => !userConfigMap).map(({ name }) => userConfigMapName(name));
  const gitops = workflows.filter(({ profile }) => profile === WorkflowProfile.GITOPS);
  const brokers = servicesOf(scene).flatMap(({ platform, service }) => service.source?.ref ? [`${service.source.ref.namespace || platform.namespace}/${service.source.ref.name}`] : [])
    .filter((name) => !landscape.object('Broker', name.split('/')[0] ?? '', name.split('/')[1] ?? '') && !(name in landscape.facts.brokerClasses));
  const questions: Array<string | false> = [
    platforms.length === 0 && 'no platform in the input: give --cluster-facts, or the SonataFlowPlatform; steps about services, databases and migration may be missing',
    withoutProperties.length > 0 && `not in the input: the ConfigMaps ${list([...new Set(withoutProperties)])}; where they are in the cluster, they go with their workflows`,
    brokers.length > 0 && `the class of the Brokers ${list([...new Set(brokers)])}: give them, or --broker-class`,
    !objects.some(({ kind }) => kind === 'HorizontalPodAutoscaler') && 'no HorizontalPodAutoscaler in the input: give those of the cluster, if there are any',
    !objects.some(({ kind }) => kind === 'PodDisruptionBudget') && 'no PodDisruptionBudget in the input: give those of the cluster, if there are any',
    isLogic(hop) && 'how the InstallPlans of the Subscription are approved: kubectl get subscriptions.operators.coreos.com -A',
    'the version that is compiled into the operator: the label app.kubernetes.io/version of what it made says it',
    gitops.length > 0 && 'with which builder the images of gitops workflows were built',
    servicesOf(scene).some(({ service }) => service.database) && 'whether there are backups of the databases',
    workflows.length > 0 && 'how many instances are running',
  ];
  return questions.filter((question) => question !== false);
}

import { nearestVersion } from '../findings/nearest-version';
import { OperatorName, OPERATORS } from '../values/operator/operator-releases';

/** A release of an operator, on the way from one to another. */
export interface UpgradeRelease {
  readonly name: string;
  /**
   * The operator whose objects can be rendered.
   * @default - what it makes is not known well enough
   */
  readonly operator?: OperatorName;
  /**
   * What OLM calls it.
   * @default - OLM does not install it
   */
  readonly csv?: string;
  /** The image in which workflows are built. */
  readonly builder: string;
}

const RED_HAT = 'registry.redhat.io/openshift-serverless-1/logic-swf-builder';

/** The releases of OpenShift Serverless Logic, the oldest first. */
const LOGIC: readonly UpgradeRelease[] = [
  { name: 'osl-1.35', csv: 'logic-operator-rhel8.v1.35.0', builder: `${RED_HAT}-rhel8:1.35.0` },
  logic('osl-1.36', 'logic-operator-rhel8.v1.36.0'),
  logic('osl-1.37.0', 'logic-operator.v1.37.0'),
  logic('osl-1.37.1', 'logic-operator.v1.37.1'),
  logic('osl-1.37.2', 'logic-operator.v1.37.2'),
  logic('osl-1.37.3', 'logic-operator.v1.37.3'),
  logic('osl-1.38.0', 'logic-operator.v1.38.0'),
  logic('osl-1.38.1', 'logic-operator.v1.38.1'),
  { name: 'osl-1.39', csv: 'logic-operator.v1.39.0', builder: `${RED_HAT}-rhel9:1.39.0` },
];

const APACHE: readonly UpgradeRelease[] = (['10.1.0', '1.x'] as const)
  .map((name) => ({ name, operator: name, builder: OPERATORS[name].images.builder }));

const RELEASES: readonly UpgradeRelease[] = [...LOGIC, ...APACHE];

/** To which releases one can be upgraded at once. 1.37 is another package, of which any patch can be installed first. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  'osl-1.35': ['osl-1.36'],
  'osl-1.36': ['osl-1.37.0', 'osl-1.37.1', 'osl-1.37.2'],
  'osl-1.37.0': ['osl-1.37.1'],
  'osl-1.37.1': ['osl-1.37.2'],
  'osl-1.37.2': ['osl-1.38.0', 'osl-1.37.3'],
  'osl-1.37.3': ['osl-1.38.1'],
  'osl-1.38.0': ['osl-1.38.1'],
  'osl-1.38.1': ['osl-1.39'],
  '10.1.0': ['1.x'],
};

/** Other words for the same. */
const ALIASES: Readonly<Record<string, string>> = {
  'osl-1.35.0': 'osl-1.35',
  'osl-1.36.0': 'osl-1.36',
  'osl-1.36.2': 'osl-1.36',
  'osl-1.37': 'osl-1.37.2',
  'osl-1.38': 'osl-1.38.0',
  'osl-1.39.0': 'osl-1.39',
  'rhdh-1.6': 'osl-1.35',
  'rhdh-1.7': 'osl-1.36',
  'rhdh-1.8': 'osl-1.36',
  'rhdh-1.9': 'osl-1.37.2',
  'rhdh-1.10': 'osl-1.38.0',
};

/** From one release to the next. */
export interface Hop {
  readonly from: UpgradeRelease;
  readonly to: UpgradeRelease;
}

function logic(name: OperatorName, csv: string): UpgradeRelease {
  return { name, operator: name, csv, builder: OPERATORS[name].images.builder };
}

/** All words for releases. */
export const UPGRADE_NAMES: readonly string[] = [...RELEASES.map(({ name }) => name), ...Object.keys(ALIASES)];

export function upgradeRelease(name: string): UpgradeRelease | undefined {
  const meant = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
  return RELEASES.find((release) => release.name === meant);
}

/** The shortest way from one release to another; none where no hops lead there. */
export function hopsBetween(from: UpgradeRelease, to: UpgradeRelease): readonly Hop[] {
  const ways: UpgradeRelease[][] = [[from]];
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1)!;
    if (last === to) return way.slice(1).map((release, i) => ({ from: way[i]!, to: release }));
    for (const name of NEXT[last.name] ?? []) ways.push([...way, upgradeRelease(name)!]);
  }
  return [];
}

/** The releases to which hops lead. */
export function reachableFrom(from: UpgradeRelease): readonly string[] {
  return RELEASES.filter((release) => release !== from && hopsBetween(from, release).length > 0).map(({ name }) => name);
}

/** The known word that was most likely meant. */
export function nearestRelease(name: string, known: readonly string[] = UPGRADE_NAMES): string | undefined {
  return nearestVersion(name, known);
}

/** Whether a hop leads from a release before another one to that one or beyond it. */
export function crosses({ from, to }: Hop, ...names: readonly string[]): boolean {
  return [LOGIC, APACHE].some((line) => {
    const place = (name: string) => line.findIndex((release) => release.name === name);
    return place(from.name) >= 0 && names.some((name) => place(from.name) < place(name) && place(name) <= place(to.name));
  });
}

/** Whether a hop begins at a release of OpenShift Serverless Logic or at a later one. */
export function beginsAt({ from }: Hop, name: string): boolean {
  const place = (release: string) => LOGIC.findIndex((candidate) => candidate.name === release);
  return place(from.name) >= place(name);
}

export function isLogic({ from }: Hop): boolean {
  return LOGIC.includes(from);
}

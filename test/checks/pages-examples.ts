import { parse } from 'yaml';
import { complete, findingsOf, Release, RELEASES, TARGETS } from './input';
import { checkFile, Line, runCommands } from './pages-commands';
import { PagePrograms } from './pages-programs';
import { Example, RulePage } from './rule-page';
import { SonataFlowValidation } from '../../src';
import { CheckTarget } from '../../src/checks/check';
import { definitionFindings } from '../../src/checks/flow/definition-findings';
import { describeFinding, Finding } from '../../src/findings/finding';
import { FindingsError } from '../../src/findings/findings-error';
import { Origin } from '../../src/findings/origin';
import { JsonObject } from '../../src/json/json';
import { onceFor } from '../../src/json/once';
import { found } from '../../src/rules/found';
import { ClusterFacts } from '../../src/values/operator/cluster-facts';

const FACTS: Readonly<Record<string, ClusterFacts>> = {
  '--no-knative': { knative: false },
  '--no-prometheus': { prometheus: false },
};

/** Parts of the objects of a cluster, in contrast to a `cdk8s.yaml`. */
export function isCluster({ language, text }: Example): boolean {
  return language === 'yaml' && !text.startsWith('validations:');
}

/** What is found in an example of objects, for one operator. */
export function findingsOfCluster(example: Example, release: Release, targets = TARGETS): Finding[] {
  return targets.flatMap((target) => foundIn(example)[release][target]);
}

/** Several tests ask for the same. */
const foundIn = onceFor(({ text, options }: Example) => {
  const unknown = options.filter((option) => !FACTS[option]);
  if (unknown.length > 0) throw new Error(`options that no example has yet: ${unknown.join(' ')}`);
  const facts = Object.assign({}, ...options.map((option) => FACTS[option])) as ClusterFacts;
  const objects = complete(text);
  const byTarget = (release: Release) => Object.fromEntries(TARGETS.map((target) => (
    [target, findingsOf(objects, { release, target, facts })]
  ))) as Record<CheckTarget, Finding[]>;
  return { '10.1.0': byTarget('10.1.0'), '1.x': byTarget('1.x') } satisfies Record<Release, unknown>;
});

/** Runs the examples of pages, each as its language wants it. */
export class PageExamples {
  readonly programs: PagePrograms;

  /** All that is said about an example, whatever the operator. */
  readonly linesOf = onceFor((example: Example): Line[] => {
    const { language, text, options } = example;
    switch (language) {
      case 'yaml': return isCluster(example) ? linesOfCluster(example) : linesOfPlugins(text);
      case 'text': return checkFile(text, options);
      case 'json': return linesOfDefinition(text);
      case 'ts': return this.programs.findingsOf(text).map(line);
      case 'sh': return runCommands(text);
      default: throw new Error(`nobody knows how to run ${language}`);
    }
  });

  constructor(pages: readonly RulePage[]) {
    const examples = pages.flatMap(({ wrong, right }) => [...wrong, ...right]);
    this.programs = new PagePrograms(examples.filter(({ language }) => language === 'ts').map(({ text }) => text));
  }
}

/** What is found in a definition that nothing is beside. */
function linesOfDefinition(text: string): Line[] {
  return definitionFindings(JSON.parse(text) as JsonObject, { origin: 'file' }).map(({ rule, ...violation }) => line(found(rule, NOWHERE, violation)));
}

const NOWHERE: Origin = { locate: () => ({ where: 'greet.sw.json' }) };

function linesOfCluster(example: Example): Line[] {
  return RELEASES.flatMap((release) => findingsOfCluster(example, release)).map(line);
}

/** What the plugins of a `cdk8s.yaml` say when they are made. */
function linesOfPlugins(text: string): Line[] {
  const { validations } = parse(text) as { validations: Array<{ properties: JsonObject }> };
  return validations.flatMap(({ properties }) => {
    try {
      new SonataFlowValidation(properties);
      return [];
    } catch (error) {
      if (error instanceof FindingsError) return error.findings.map(line);
      throw error;
    }
  });
}

function line(finding: Finding): Line {
  return { rule: finding.rule, severity: finding.severity, words: describeFinding(finding) };
}

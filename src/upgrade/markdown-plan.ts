import { PlannedAction, PlannedHop, UpgradePlan } from './plan';
import { Subject } from './scene';
import { fenced, inline, markdownReport } from '../diff/markdown-report';
import { counted } from '../diff/report-lines';

const PARTS = [['before', 'Before'], ['operator', 'The operator'], ['after', 'After']] as const;
const WEIGHTS = { step: '', optional: 'optional: ', remark: 'remark: ' } as const;
const CERTAINTIES = {
  guide: 'demanded by the guide', source: 'read in the source', derived: 'derived', doubtful: 'doubtful',
} as const;
/** So many objects of a step stand in its line; more of them in a list. */
const MOST_IN_A_LINE = 5;
/** What the difference of one hop may take. */
const LONGEST_DIFFERENCE = 60_000;

/** A plan to be read, and ticked off. */
export function markdownPlan({ from, to, assumptions, unknown, hops }: UpgradePlan): string {
  return [
    `# Upgrade from ${from} to ${to}`, '',
    hops.map((hop) => `${hop.from} → ${hop.to}`).join(', '), '',
    ...section('Assumed', assumptions),
    ...section('Not known, and to be asked', unknown),
    ...hops.flatMap((hop, i) => hopLines(hop, hops.length > 1 ? `${i + 1}. ` : '')),
  ].map((line) => `${line}\n`).join('');
}

function section(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [`${title}:`, '', ...sentences.map((sentence) => `* ${inline(sentence)}`), ''];
}

function hopLines({ from, to, actions, difference }: PlannedHop, number: string): string[] {
  return [
    `## ${number}${from} → ${to}`, '',
    ...PARTS.flatMap(([part, title]) => {
      const own = actions.filter((action) => action.part === part);
      return own.length === 0 ? [] : [`### ${title}`, '', ...own.flatMap(actionLines)];
    }),
    ...difference
      ? [
        `<details><summary>What the operator then makes otherwise: ${counted(difference)}</summary>`, '',
        markdownReport(`what operator ${from} and what operator ${to} makes`, difference, LONGEST_DIFFERENCE).trimEnd(), '', '</details>', '',
      ]
      : ['What this hop changes in the objects is not known: steps only.', ''],
  ];
}

function actionLines({ step, role, weight, title, objects, commands, why, downtime, loss, backup, source, certainty }: PlannedAction): string[] {
  const facts = [
    ['concerns', objects.length <= MOST_IN_A_LINE ? objects.map(subjectText).join(', ') : ''],
    ['downtime', downtime], ['lost', loss], ['back up', backup],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
  return [
    `- [ ] **${WEIGHTS[weight]}${inline(title)}** (${role}, ${step})`,
    `  ${inline(why)}`,
    ...facts.map(([word, text]) => `  * ${word}: ${inline(text)}`),
    ...objects.length <= MOST_IN_A_LINE ? [] : [`  * concerns ${objects.length}:`, ...objects.map((object) => `    * ${inline(subjectText(object))}`)],
    `  * ${CERTAINTIES[certainty]}: ${inline(source)}`,
    ...commands.length === 0 ? [] : ['', ...fenced(commands, 'sh').map((line) => `  ${line}`)],
    '',
  ];
}

function subjectText({ kind, namespace, name, note }: Subject): string {
  return `${kind} ${namespace}/${name}${note === undefined ? '' : ` (${note})`}`;
}

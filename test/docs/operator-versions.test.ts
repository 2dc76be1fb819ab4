import { textOf } from './repository';
import { OperatorVersion } from '../../src';
import { isOperatorName, OPERATOR_RELEASE_NAMES, OPERATORS } from '../../src/values/operator/operator-releases';

const page = textOf('docs/operator-versions.md');

test('the first table has every release, and the name of each member', () => {
  const rows = [...page.matchAll(/^\| `([^`]+)` \| `([A-Z0-9_]+|fromName\('[^']+'\))`/gm)].map(([, word, member]) => [word, member] as const);
  expect(rows.map(([word]) => word).sort()).toEqual([...OPERATOR_RELEASE_NAMES].sort());
  for (const [word, member] of rows) {
    const operator = member.startsWith('fromName') ? OperatorVersion.fromName(member.slice(10, -2)) : OperatorVersion[member as 'OSL_1_36'];
    expect(operator._behaviour).toBe(OPERATORS[word as keyof typeof OPERATORS]);
  }
});

test('the words of Red Hat Developer Hub are those of the table', () => {
  const rows = [...page.matchAll(/^\| [\d., ]+ \| (`rhdh-[^|]+) \| `(osl-[^`]+)` \|$/gm)];
  const said = rows.flatMap(([, words, operator]) => [...words.matchAll(/`([^`]+)`/g)].map(([, word]) => [word, operator]));
  expect(said.map(([word]) => word)).toEqual(Object.keys(OPERATORS).filter((word) => word.startsWith('rhdh-')));
  for (const [word, operator] of said) {
    if (!isOperatorName(word) || !isOperatorName(operator)) throw new Error(word);
    expect(OPERATORS[word]).toBe(OPERATORS[operator]);
  }
});

test('what the releases do differently is what the table of them says', () => {
  const releases = ['osl-1.36', 'osl-1.37.0', 'osl-1.37', 'osl-1.38'] as const;
  const row = (title: string) => page.split('\n').find((line) => line.startsWith(`| ${title} |`))!.split('|').slice(2, -1).map((cell) => cell.trim());
  const says = (title: string, cell: (operator: typeof OPERATORS['osl-1.38']) => string) => {
    expect(row(title)).toEqual(releases.map((name) => cell(OPERATORS[name])));
  };
  says('CRDs', ({ crds }) => `those of ${crds}`);
  says('images end in', ({ images }) => `\`${/-rhel\d/.exec(images.builder)![0]}\``);
  says('labels `app.kubernetes.io/instance` and `/version`', ({ instanceAndVersionLabels, tag }) => instanceAndVersionLabels ? `\`${tag}\`` : 'not written');
  says('URL of the Jobs Service\'s reactive database', ({ reactiveUrl }) => reactiveUrl === 'env' ? 'variable' : 'property');
  says('Hibernate updates the tables of the Data Index', ({ hibernateUpdatesSchema }) => hibernateUpdatesSchema ? 'yes' : 'no');
  says('name of the migration Job', ({ migrationJobPerVersion }) => migrationJobPerVersion ? 'with a hash of the version' : 'fixed');
  says('services while it runs', ({ migrationDeletesServices }) => migrationDeletesServices ? 'deleted and made anew' : 'stay');
  says('`podDisruptionBudget`, autoscalers', ({ disruptionBudgets }) => disruptionBudgets ? 'known' : 'not known');
});

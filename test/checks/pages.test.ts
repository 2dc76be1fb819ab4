import { RELEASES } from './input';
import { findingsOfCluster, isCluster, PageExamples } from './pages-examples';
import { hasPage, pageIds, readPage, RulePage } from './rule-page';
import { CORRECTIONS } from '../../src/rules/corrections';
import { weightWords } from '../../src/rules/rule';
import { RULE_IDS, RuleId, ruleOf } from '../../src/rules/rules';

const pages = RULE_IDS.filter(hasPage).map((id): [RuleId, RulePage] => [id, readPage(id)]);
const examples = new PageExamples(pages.map(([, page]) => page));

test('every rule has a page, and every page a rule', () => {
  expect(pageIds()).toEqual(RULE_IDS);
});

test('the programs on the pages compile', () => {
  expect(examples.programs.diagnostics()).toEqual([]);
});

describe.each(pages)('the page of %s', (id, { text, wrong, right, operators }) => {
  const { title, correction } = ruleOf(id);
  const told = (list: RulePage['wrong']) => list.map((example) => examples.linesOf(example));

  test('says what the catalogue says', () => {
    expect(text.startsWith(`# ${id}\n\n**${title}** (${weightWords(ruleOf(id))})\n\n`)).toBe(true);
    expect(/^Rendered with corrections: (.*)$/m.exec(text)?.[1]).toBe(correction && CORRECTIONS[correction]);
  });

  test('has the sections Wrong, Right and Operators', () => {
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(['Wrong', 'Right', 'Operators']);
    expect(wrong).not.toEqual([]);
    expect(right).not.toEqual([]);
  });

  test('has wrong examples, in each of which it is found', () => {
    for (const lines of told(wrong)) expect(lines.map(({ rule }) => rule)).toContain(id);
  });

  test('says what is given, what is allowed and what to do', () => {
    const words = told(wrong).flat().filter(({ rule }) => rule === id).map((line) => line.words);
    expect([...new Set(words)]).toMatchSnapshot();
  });

  test('has right examples, in none of which it is found', () => {
    for (const lines of told(right)) expect(lines.map(({ rule }) => rule)).not.toContain(id);
  });

  test('has right examples in which nothing is wrong', () => {
    for (const example of right) {
      const errors = isCluster(example)
        ? RELEASES.map((release) => findingsOfCluster(example, release, ['customResources']))
        : [examples.linesOf(example)];
      // Some fields are known to the newer operator only.
      expect(errors.map((lines) => lines.filter((line) => line.severity === 'error'))).toContainEqual([]);
    }
  });

  test('says in which operators it is so', () => {
    const [, said] = /^(Any: |Seen in (?:10\.1\.0 and 1\.x|10\.1\.0, not in 1\.x|1\.x, not in 10\.1\.0)[.:;,])/.exec(operators) ?? [];
    expect(said).toBeDefined();
    const clusters = wrong.filter(isCluster);
    if (clusters.length === 0) return;
    const seen = RELEASES
      .filter((release) => clusters.flatMap((example) => findingsOfCluster(example, release)).some(({ rule }) => rule === id));
    expect(said).toMatch(seen.length === 2 ? /^Any|10\.1\.0 and 1\.x/ : `${seen[0]}, not in`);
  });
});

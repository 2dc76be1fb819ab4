import { complete, findingsOf, TARGETS } from './input';
import { Example, pageIds, readPage } from './rule-page';
import { describeFinding } from '../../src/findings/finding';
import { CORRECTIONS } from '../../src/rules/corrections';
import { RULE_IDS, ruleOf } from '../../src/rules/rules';
import { OPERATOR_RELEASE_NAMES } from '../../src/values/operator-releases';

const pages = pageIds().map(readPage);

test('every rule has a page, and every page a rule', () => {
  expect(pageIds()).toEqual(RULE_IDS);
});

describe.each(RULE_IDS.map((id) => [id, ruleOf(id)] as const))('the page of %s', (id, { severity, title, correction }) => {
  const { text, wrong, right } = readPage(id);

  test('says what the catalogue says', () => {
    expect(text).toMatch(new RegExp(`^# ${id}\n\n\\*\\*`));
    expect(text).toContain(`**${title}** (${severity})\n`);
    if (correction) expect(text).toContain(`Rendered with corrections: ${CORRECTIONS[correction]}\n`);
  });

  test('has a wrong and a right example', () => {
    expect(wrong.length).toBeGreaterThan(0);
    expect(right.length).toBeGreaterThan(0);
  });
});

/** All that is said about an example, whatever the operator and whatever is made of it. */
function found({ text }: Example) {
  const objects = complete(text);
  return OPERATOR_RELEASE_NAMES.flatMap((release) => TARGETS.flatMap((target) => findingsOf(objects, { release, target })));
}

const isYaml = ({ language }: Example) => language === 'yaml';
const yamlPages = pages.map(({ id, wrong, right }) => [id, wrong.filter(isYaml), right.filter(isYaml)] as const).filter(([, wrong]) => wrong.length > 0);

describe.each(yamlPages)('%s', (id, wrong, right) => {
  test('finds its wrong examples', () => {
    for (const example of wrong) expect(found(example).map(({ rule }) => rule)).toContain(id);
  });

  test('says what is given, what is allowed and what to do', () => {
    expect([...new Set(wrong.flatMap(found).filter(({ rule }) => rule === id).map(describeFinding))]).toMatchSnapshot();
  });

  test('lets its right examples pass', () => {
    for (const example of right) expect(found(example).map(({ rule }) => rule)).not.toContain(id);
  });

  test('has right examples in which nothing is wrong', () => {
    for (const { text } of right) {
      const objects = complete(text);
      const errors = OPERATOR_RELEASE_NAMES.map((release) => findingsOf(objects, { release }).filter(({ severity }) => severity === 'error'));
      // Some fields are known to the newer operator only.
      expect(errors).toContainEqual([]);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { newAliasBudget, toJson } from '../../src/yaml/conversion';
import { readPlainObject } from '../../src/yaml/quick-reading';
import { parseSyntax } from '../../src/yaml/syntax';

const SEEDS = [
  'a: b\nc:\n  - d\n  - e: f\n    g: h\n', 'a: "x y"\nb: \'z\'\nc: [1, two, {d: e}]\n', 'a: |\n  text\n  more\nb: >-\n  fold\n  ed\n\n  x\n',
  'a: [{b: 1}, {c: [2, [d]]}, {}]\ne: {f: {g: [h]}, i: [j, {k}]}\n', 'a: plain text\n  goes on\nb:\n- c\n-\n  d: e\n', '{"a": {"b": [1, 2, "c"]}, "d": null}\n', 'a:\n  b:\n    c: d # e\n  # f\n  g:\n',
  readFileSync(join(__dirname, '../../examples/order-processing/workflows/order-fulfilment.sw.yaml'), 'utf8'),
];
const INSERTED = [
  '\'', '"', ':', ': ', '- ', '#', ' #', '\n', '\n  ', '\n ', ' ', '[', ']', '{', '}', ',', '|', '>', '|-', '>+', '|2', '&a ', '*a', '!x ', '? ', '...', '---', '\t', '%', '@', '`', '~',
  'null', '0x1', '1_0', 'yes', '\\', '\\n', '\\x41', '\\/', 'é', '\u0085', '\u2028', '<<', '=', '!', '&', '*', '?', '-', '0o7', '1e3', '.5', '\\"', '- - ', 'k: v', 'a: b: c', '\n\n', '#c\n',
];

/** A text of YAML with a few slips. */
export const mutated = fc.tuple(
  fc.constantFrom(...SEEDS), fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', ...INSERTED)), { minLength: 1, maxLength: 3 }),
).map(([seed, slips]) => slips.reduce((text, [at, left, inserted]) => {
  const position = at % (text.length + 1);
  return text.slice(0, position) + inserted + text.slice(position + (inserted === '' ? left + 1 : 0));
}, seed));

/** What the two readings of a text say, where they differ. */
export function disagreement(text: string): unknown {
  const quick = readPlainObject(text);
  if (quick === undefined) return undefined;
  const { tree, problem } = parseSyntax(text);
  // kubectl, too, takes quoted texts and brackets whose lines are indented less than their key.
  if (problem && /does not end|not closed|closes nothing/.test(problem.given)) return undefined;
  const thorough = tree ? toJson(tree, newAliasBudget()) : { value: undefined, problems: [problem] };
  const same = thorough.problems.length === 0 && JSON.stringify(thorough.value) === JSON.stringify(quick);
  return same ? undefined : { text, quick, ...thorough };
}

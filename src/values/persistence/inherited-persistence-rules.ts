import { InheritedPersistence } from './inherited-persistence';
import { list, quote, suggest } from '../../findings/words';
import { ValueProblem } from '../../rules/value-problem';

/** Compiled languages cannot get it wrong; others can. */
export function inheritedPersistenceProblem(given: string): ValueProblem | undefined {
  const words: string[] = Object.values(InheritedPersistence);
  if (words.includes(given)) return undefined;
  return { rule: 'SF-INHERITED-PERSISTENCE', given: quote(given), allowed: list(words), fix: suggest(given, words) };
}

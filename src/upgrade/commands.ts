import { Subject } from './scene';
import { shellWord } from '../findings/words';

/** From so many objects on each stands in a line of its own. */
const MANY = 4;

/**
 * A command for each object, as a loop where there are several.
 *
 * @param command `$N` stands for the namespace, `$W` for the name
 */
export function forEach(subjects: readonly Subject[], command: string): string[] {
  const [only, ...others] = subjects;
  if (!only) return [];
  if (others.length === 0) return [command.replaceAll(/"?\$N"?/g, () => shellWord(only.namespace)).replaceAll(/"?\$W"?/g, () => shellWord(only.name))];
  const words = subjects.map(({ namespace, name }) => shellWord(`${namespace}/${name}`));
  const body = ['do', '  N=${i%%/*} W=${i#*/}', `  ${command}`, 'done'];
  return words.length < MANY
    ? [`for i in ${words.join(' ')}; ${body[0]}`, ...body.slice(1)]
    : ['for i in \\', ...words.map((word, i) => `  ${word}${i === words.length - 1 ? '' : ' \\'}`), ...body];
}

/** The namespaces of objects, each once. */
export function namespacesOf(subjects: readonly Subject[]): string[] {
  return [...new Set(subjects.map(({ namespace }) => namespace))];
}

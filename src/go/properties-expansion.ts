import { Failure, failure, isFailure } from '../json/failure';

const START = '${';
const END = '}';
const MAX_DEPTH = 64;

/**
 * The value of a property with each `${name}` replaced by the value of that name; a name that nobody set is empty.
 *
 * @param values all properties, with the one in question
 */
export function expand(name: string, value: string, values: ReadonlyMap<string, string>): string | Failure {
  return expandText(value, [name], values);
}

function expandText(value: string, path: readonly string[], values: ReadonlyMap<string, string>): string | Failure {
  if (path.length > MAX_DEPTH) return failure('${…} nested too deeply');
  let text = value;
  for (let start = text.indexOf(START); start >= 0; start = text.indexOf(START)) {
    const end = text.indexOf(END, start);
    if (end < 0) return failure(`"\${" without "}" in ${JSON.stringify(value)}`);
    const name = text.slice(start + START.length, end);
    if (path.includes(name)) return failure(`circular: ${[...path, name].join(' -> ')}`);
    const replacement = expandText(values.get(name) ?? '', [...path, name], values);
    if (isFailure(replacement)) return replacement;
    // The text is searched anew from its start: what was put in may form another expression with what surrounds it.
    text = text.slice(0, start) + replacement + text.slice(end + END.length);
  }
  return text;
}

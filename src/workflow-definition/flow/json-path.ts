/** Why JsonPath does not read an expression; what it says for most mistakes. */
export function jsonPathProblem(source: string): string | undefined {
  if (source === '') return 'it is empty';
  const outside = source.replace(/'[^']*'|"[^"]*"/g, '').replace(/\[[^[\]]*\]/g, '').replace(/\([^()]*\)/g, '');
  if (/[[\]()]/.test(outside)) return 'a bracket is not closed';
  if (/\s/.test(outside)) return 'a blank outside brackets';
  return outside.endsWith('.') ? 'it ends with a dot' : undefined;
}

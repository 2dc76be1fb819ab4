/**
 * Whether something is written with colours: on a terminal, unless the environment says otherwise. As for Node, FORCE_COLOR comes before NO_COLOR.
 *
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function isColoured({ isTTY }: { readonly isTTY?: boolean }, { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (FORCE_COLOR) return !['0', 'false'].includes(FORCE_COLOR);
  return isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

/** Whether a text is what a pattern says: `*` stands for any characters, `?` for one. It takes as long as both are, multiplied. */
export function matchesGlob(text: string, pattern: string): boolean {
  let [at, of] = [0, 0];
  let star: { readonly of: number; at: number } | undefined;
  while (at < text.length) {
    if (of < pattern.length && pattern[of] === '*') {
      star = { of: of++, at };
    } else if (of < pattern.length && (pattern[of] === '?' || pattern[of] === text[at])) {
      at++;
      of++;
    } else if (star) {
      at = ++star.at;
      of = star.of + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(of));
}

export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

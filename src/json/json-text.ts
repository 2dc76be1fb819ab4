/** Whether a text is JSON. */
export function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is an object of JSON. */
export function isJsonObjectText(text: string): boolean {
  return /^\s*\{/.test(text) && isJsonText(text);
}

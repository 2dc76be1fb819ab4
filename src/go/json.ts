/** What Go's strconv takes for printable. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
/** Written as it is. */
const BEYOND_DOUBT = /^[\w !#$%'()*+,./:;=?@[\]^`{|}~-]*$/;
const QUOTED: Readonly<Record<string, string>> = {
  '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t',
};

/** A string as Go's JSON writes it: safe within HTML and JavaScript. */
export function goString(text: string): string {
  return BEYOND_DOUBT.test(text) ? `"${text}"` : escapeHtml(JSON.stringify(text));
}

/** A string as the SDK writes it in free-form data: quoted for Go and taken for JSON, so not all characters have a way. */
export function goQuotedString(text: string): string | undefined {
  if (BEYOND_DOUBT.test(text)) return `"${text}"`;
  let quoted = '';
  for (const character of text) {
    const written = QUOTED[character] ?? (PRINTABLE.test(character) ? character : unicodeEscape(character));
    if (written === undefined) return undefined;
    quoted += written;
  }
  return escapeHtml(`"${quoted}"`);
}

/** A number as the SDK writes it in free-form data: six decimals, unless it is an integer of 32 bits. */
export function sdkNumber(value: number): string {
  return isInt32(value) ? String(value + 0) : sixDecimals(value);
}

export function isInt32(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value + 0.5) < 2 ** 31;
}

/** A number of 32 bits in the fewest digits that tell it from others. */
export function float32(value: number): string {
  const rounded = Math.fround(value);
  const candidates = Array.from({ length: 9 }, (_, i) => Number(rounded.toPrecision(i + 1)));
  return String(candidates.find((candidate) => Math.fround(candidate) === rounded) ?? rounded);
}

/** Escapes have four digits; what needs more, or is a control character of ASCII, has none that JSON knows. */
function unicodeEscape(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  return code > 0x7f && code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : undefined;
}

function escapeHtml(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (character) => unicodeEscape(character) ?? `\\u00${character.charCodeAt(0).toString(16)}`);
}

/** Ties go to the even digit; JavaScript's own rounding takes them away from zero. */
function sixDecimals(value: number): string {
  if (Math.abs(value) >= 2 ** 53) return `${BigInt(value)}.000000`;
  const isTie = Number.isInteger(value * 128) && value * 128 % 2 !== 0;
  if (!isTie) return value.toFixed(6);
  const digits = value.toFixed(7);
  return Number(digits.at(-2)) % 2 === 0 ? digits.slice(0, -1) : value.toFixed(6);
}

/** How large a text is drawn. */
export interface TextStyle {
  readonly fontSize: number;
  readonly lineHeight: number;
}

export const NAME_STYLE: TextStyle = { fontSize: 14, lineHeight: 19 };
export const SMALL_STYLE: TextStyle = { fontSize: 12, lineHeight: 16 };
export const TITLE_STYLE: TextStyle = { fontSize: 14, lineHeight: 19 };

/** Of the widest fixed-width fonts that browsers choose, in parts of the font's size. */
const WIDEST = 0.625;
/** Letters of East Asia and pictures come from other fonts. */
const WIDE = /[\u1100-\u{10ffff}]/u;

/** At least as wide as any browser draws it. */
export function textWidth(text: string, { fontSize }: TextStyle): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2.4 * WIDEST : WIDEST) * fontSize, 0);
}

/** A text in lines, at the ends of words where there are any; of more lines than are wanted the last one says so. */
export function wrapped(text: string, longest: number, mostLines: number): string[] {
  const parts = text.split(/(?<=[\s./:_,-])/).flatMap((part) => chunks(part, longest));
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + [...part].length <= longest) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  const trimmed = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (trimmed.length <= mostLines) return trimmed;
  return [...trimmed.slice(0, mostLines - 1), `${[...trimmed[mostLines - 1] ?? ''].slice(0, longest - 1).join('')}…`];
}

function chunks(part: string, longest: number): string[] {
  const characters = [...part];
  return Array.from({ length: Math.ceil(characters.length / longest) }, (_, i) => characters.slice(i * longest, (i + 1) * longest).join(''));
}

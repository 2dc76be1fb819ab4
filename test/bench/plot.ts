import { Bench } from './page';

const [WIDTH, HEIGHT, MARGIN] = [640, 320, 50];
const SERIES = [['check of', '#2f6fd0', 'check'], ['parser of YAML,', '#c2703d', 'the parser of YAML alone']] as const;

/** CPU seconds by the number of custom resources. */
export function plotOf({ sizes, costs }: Bench, dark: boolean): string {
  const cost = (name: string, size: number) => costs.get(`${name} ${size}`)?.cpu.median ?? 0;
  const [most, top] = [Math.max(...sizes), Math.max(...SERIES.flatMap(([name]) => sizes.map((size) => cost(name, size))))];
  const x = (size: number) => MARGIN + (WIDTH - 2 * MARGIN) * size / most;
  const y = (value: number) => HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * value / top;
  const ink = dark ? '#e6e6e6' : '#222222';
  const text = (left: number, at: number, words: string, more = '') => `<text x="${left.toFixed(0)}" y="${at.toFixed(0)}" fill="${ink}"${more}>${words}</text>`;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<path d="M${MARGIN} ${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}" fill="none" stroke="${ink}"/>`,
    ...sizes.map((size) => text(x(size), HEIGHT - MARGIN + 16, String(size), ' text-anchor="middle"')),
    ...[0, top / 2, top].map((value) => text(MARGIN - 6, y(value) + 4, value.toFixed(1), ' text-anchor="end"')),
    text(MARGIN, MARGIN - 14, 'CPU seconds'),
    text(WIDTH - MARGIN, HEIGHT - 12, 'custom resources', ' text-anchor="end"'),
    ...SERIES.flatMap(([name, colour, words], i) => [
      `<polyline points="${sizes.map((size) => `${x(size).toFixed(1)},${y(cost(name, size)).toFixed(1)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<rect x="${MARGIN + 20}" y="${MARGIN + 10 + 18 * i}" width="14" height="4" fill="${colour}"/>`,
      text(MARGIN + 40, MARGIN + 16 + 18 * i, words),
    ]),
    '</svg>',
  ].join('\n')}\n`;
}

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { landscapeOf } from '../landscapes';
import { Chromium } from './chromium';
import { manyWorkflows } from './many-workflows';
import { OrderProcessingChart } from '../../examples/order-processing/chart';
import { html } from '../../src/graph/drawing/html';
import { landscapePicture, Picture, workflowPicture } from '../../src/graph/drawing/picture';
import { svg } from '../../src/graph/drawing/svg';
import { landscapeGraph } from '../../src/graph/landscape-graph';
import { JsonObject } from '../../src/json/json';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
/** For whoever wants to look at them: PICTURES names a folder. */
const kept = process.env.PICTURES;
const orders = landscapeOf(Testing.synth(new OrderProcessingChart(Testing.app(), 'orders', { namespace: 'orders' })) as JsonObject[], {}, { corrected: false });
const many = (count: number) => landscapePicture(landscapeGraph(landscapeOf(manyWorkflows(count), {}, { corrected: false })), false);
const odd = landscapeOf([{
  apiVersion: 'sonataflow.org/v1alpha08',
  kind: 'SonataFlow',
  metadata: { name: 'w'.repeat(63), namespace: 'm'.repeat(63) },
  spec: {
    flow: { start: 'A', events: [{ name: 'x', type: 'WWWW 発注.作成済み 🚚🚚🚚 ﷽ <b>&amp;</b>' }, { name: 'y', type: 'm'.repeat(300), kind: 'produced' }], states: [{ name: 'A', type: 'inject', data: {}, end: true }] },
  },
}]);

const PICTURES: ReadonlyArray<readonly [string, Picture]> = [
  ['1 workflow', many(1)], ['10 workflows', many(10)], ['60 workflows', many(60)], ['200 workflows', many(200)],
  ['order-processing', landscapePicture(landscapeGraph(orders), false)], ['states', workflowPicture(orders.workflows[0], [])], ['odd names', landscapePicture(landscapeGraph(odd), false)],
];

/** Texts as the browser draws them, without those that are clipped away, and the boxes in which they have to be. */
const OVERLAPS = `(() => {
  const box = (element) => { const { left, right, top, bottom } = element.getBoundingClientRect(); return { left, right, top, bottom, text: element.textContent }; };
  const texts = [...document.querySelectorAll('svg text')].map(box);
  const overlaps = [];
  texts.forEach((a, i) => texts.slice(i + 1).forEach((b) => {
    if (a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 3 && b.top < a.bottom - 3) overlaps.push(a.text + ' | ' + b.text);
  }));
  const outside = [...document.querySelectorAll('.node')].flatMap((node) => {
    const outer = box(node.querySelector('rect'));
    return [...node.querySelectorAll('text')].map(box).filter(({ left, right, top, bottom }) => left < outer.left || right > outer.right || top < outer.top - 2 || bottom > outer.bottom + 2);
  });
  const page = document.querySelector('.page').getBoundingClientRect();
  const clipped = texts.filter(({ right, bottom }) => right > page.right || bottom > page.bottom);
  return { texts: texts.length, overlaps, outside: outside.map(({ text }) => text), clipped: clipped.map(({ text }) => text) };
})()`;

/** The contrast of each text with what is behind it. */
const CONTRASTS = `(() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const fill = (element) => getComputedStyle(element).fill;
  const inSvg = [...document.querySelectorAll('svg text')].map((text) => {
    const own = text.closest('.node, .group');
    return contrast(fill(text), fill(own ? own.querySelector('rect') : document.querySelector('.page')));
  });
  const page = document.body && getComputedStyle(document.body).backgroundColor;
  const onPage = page ? [...document.querySelectorAll('h1, h2, h3, p, dt, dd, li, small, a, summary, button')].map((element) => contrast(getComputedStyle(element).color, page)) : [];
  return Math.min(...inSvg, ...onPage);
})()`;

let browser: Chromium;
beforeAll(() => { browser = new Chromium(); });
afterAll(() => browser.close());

async function keep(name: string): Promise<void> {
  if (kept === undefined) return;
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${name.replaceAll(' ', '-')}.png`), await browser.screenshot());
}

describe.each(PICTURES)('%s', (name, picture) => {
  const text = svg(picture);
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text) ?? [];

  test.each(['light', 'dark'] as const)('no text overlaps, and all of it can be read: %s', async (scheme) => {
    const file = join(folder, `${name}.svg`);
    writeFileSync(file, text);
    await browser.open(file, scheme, Number(width), Number(height));
    const { texts, ...wrong } = await browser.evaluate<{ texts: number }>(OVERLAPS);
    expect(texts).toBeGreaterThan(0);
    expect(wrong).toEqual({ overlaps: [], outside: [], clipped: [] });
    expect(await browser.evaluate<number>(CONTRASTS)).toBeGreaterThanOrEqual(4.5);
    await keep(`${name}-${scheme}`);
  });
});

describe('the page', () => {
  const picture = landscapePicture(landscapeGraph(orders), false);
  const file = join(folder, 'page.html');
  const focused = () => browser.evaluate<string | null>('document.activeElement.dataset.node ?? null');

  beforeAll(() => writeFileSync(file, html(picture, orders)));

  test.each(['light', 'dark'] as const)('says nothing on the console, and can be read: %s', async (scheme) => {
    browser.console.length = 0;
    await browser.open(file, scheme);
    expect(await browser.evaluate(OVERLAPS)).toMatchObject({ overlaps: [], outside: [] });
    expect(await browser.evaluate<number>(CONTRASTS)).toBeGreaterThanOrEqual(4.5);
    await keep(`page-${scheme}`);
    expect(browser.console).toEqual([]);
  });

  test('every node is reached by Tab alone, and has a name', async () => {
    await browser.open(file, 'light');
    const reached = new Set<string>();
    for (let i = 0; i < picture.graph.nodes.length + 6; i++) {
      await browser.press('Tab');
      const node = await focused();
      if (node !== null) reached.add(node);
    }
    expect(reached.size).toBe(picture.graph.nodes.length);
    const names = await browser.evaluate<string[]>('[...document.querySelectorAll("[data-node]")].map((node) => node.getAttribute("aria-label"))');
    expect(names).toContain('event type shop.order.placed in orders, nobody here produces it');
    expect(names.filter((words) => !words)).toEqual([]);
  });

  test('Enter selects, with facts, properties, findings and links to their pages; Escape takes it back', async () => {
    await browser.open(file, 'light');
    const i = picture.graph.nodes.findIndex(({ id }) => id === 'workflow orders/order-fulfilment');
    await browser.evaluate(`document.querySelector('[data-node="${i}"]').focus()`);
    await browser.press('Enter');
    const shown = () => browser.evaluate<string>('[...document.querySelectorAll("aside > section")].filter(({ hidden }) => !hidden).map(({ id, textContent }) => id + textContent).join()');
    expect(await shown()).toMatch(new RegExp(`^node-${i}workflow order-fulfilment in orders.*Facts.*preview.*Links.*produces orders\\.fulfilled.*Application properties.*quarkus\\.`, 's'));
    expect(await browser.evaluate(`document.querySelector('[data-node="${i}"]').getAttribute('aria-pressed')`)).toBe('true');
    await keep('page-selected');
    await browser.press('Escape');
    expect(await shown()).toMatch(/^nothing/);
  });

  test('the whole picture is seen at once when it is asked for', async () => {
    await browser.open(file, 'light');
    const fits = () => browser.evaluate('(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth <= clientWidth && scrollHeight <= clientHeight)(document.querySelector(".picture"))');
    expect(await fits()).toBe(false);
    await browser.evaluate('document.getElementById("whole").focus()');
    await browser.press('Enter');
    expect(await fits()).toBe(true);
    await keep('page-whole');
    await browser.press('Enter');
    expect(await fits()).toBe(false);
  });

  test('a finding has its link', async () => {
    const broken = landscapeOf(manyWorkflows(1), {}, { corrected: false });
    writeFileSync(file, html(landscapePicture(landscapeGraph(broken), false), broken));
    await browser.open(file, 'light');
    const links = await browser.evaluate<string[]>('[...document.querySelectorAll(".finding a")].map(({ href }) => href)');
    expect(links).toContain('https://github.com/cdk8s-sonataflow/cdk8s-sonataflow/blob/main/docs/rules/SF-PG-FLYWAY.md');
  });
});

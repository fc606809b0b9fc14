// <torchlet-figure> in the rooms that pages have for it: parents that take their width from it, narrow ones, none at all.
import { expect, test } from 'vitest';
import { host, pageOf } from './host.js';

const { open } = host();

const figure = '<torchlet-figure loading="eager" activation="ReLU" input="-1,2"></torchlet-figure>';
/** Parents as wide as what stands in them. @type {Record<string, (inner: string) => string>} */
const parents = {
  'a block': (inner) => `<div>${inner}</div>`,
  'a centred column': (inner) =>
    `<div style="display: flex; flex-direction: column; align-items: center">${inner}</div>`,
  'a row': (inner) => `<div style="display: flex">${inner}</div>`,
  'a row with words': (inner) => `<div style="display: flex">${inner}<p>${'words '.repeat(400)}</p></div>`,
  'a row of parts': (inner) => `<div style="display: flex; justify-content: center"><div>${inner}</div></div>`,
  'a grid, centred': (inner) => `<div style="display: grid; place-items: center">${inner}</div>`,
  'a float': (inner) => `<div style="float: left">${inner}</div>`,
  'an inline block': (inner) => `<div style="display: inline-block">${inner}</div>`,
  'an inline flex': (inner) => `<span style="display: inline-flex">${inner}</span>`,
  'an absolute part': (inner) => `<div style="position: absolute">${inner}</div>`,
  'fit-content': (inner) => `<div style="width: fit-content">${inner}</div>`,
  'max-content in a scroller': (inner) => `<div style="max-width: 100%; width: max-content">${inner}</div>`,
  'a cell': (inner) => `<table><tr><td>${inner}</td></tr></table>`,
  'a dialog': (inner) => `<dialog open style="padding: 0; border: 0; margin: 0">${inner}</dialog>`,
  'a popover': (inner) => `<div popover class="shown" style="padding: 0; border: 0">${inner}</div>`,
  'a figure as a table': (inner) => `<figure style="display: table; margin: 0">${inner}</figure>`,
  'a float of its own': (inner) => inner.replace('loading', 'style="float: left" loading'),
  'an inline block of its own': (inner) => inner.replace('loading', 'style="display: inline-block" loading'),
  'a flex of its own': (inner) => inner.replace('loading', 'style="display: inline-flex" loading'),
};

/** The widths of the figures in each parent, in rooms of one width. @param {number} room */
async function widths(room) {
  const rooms = Object.values(parents).map((parent) => `<section>${parent(figure)}</section>`);
  const styles = `<style>section { width: ${room}px; height: 700px; position: relative; display: flow-root } td { padding: 0 } table { border-spacing: 0 }</style>`;
  const head = `<script type="module" src="/element.js"></script>${styles}`;
  const page = await open({ html: pageOf(rooms.join(''), head), policy: '' });
  await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.shown')).showPopover());
  await expect.poll(() => page.locator('torchlet-curve .stage svg text').count()).toBeGreaterThan(0);
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('torchlet-figure')].every((f) => /** @type {any} */ (f).complete),
      ),
    )
    .toBe(true);
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('section')].map((section) => {
      const box = section.querySelector('torchlet-figure')?.getBoundingClientRect();
      return [box?.width ?? 0, (box?.right ?? 0) - section.getBoundingClientRect().right];
    }),
  );
  return Object.keys(parents).map((name, i) => ({
    name,
    width: found[i][0],
    over: name === 'a popover' ? 0 : found[i][1],
  }));
}

test('a figure has a width of its own where its parent asks for one', async () => {
  const found = await widths(900);
  expect(found.filter(({ width }) => width < 320)).toEqual([]);
  expect(found.filter(({ over }) => over > 0.5)).toEqual([]);
});

test.each([280, 330, 600])('and shrinks where there is less: %i px', async (room) => {
  const found = await widths(room);
  expect(found.filter(({ width, over }) => over > 0.5 || width < Math.min(room, 320) - 0.5)).toEqual([]);
});

test('a figure without a size is not complete, and is ready when it has one', async () => {
  const rooms = ['display: none', 'width: 0', 'width: 500px'].map((style) => `<div style="${style}">${figure}</div>`);
  const page = await open(
    { html: pageOf(rooms.join('')), policy: '' },
    {
      before: () => {
        /** @type {Element[]} */ const all = [];
        Object.assign(window, { ready: all });
        addEventListener('ready', ({ target }) => all.push(/** @type {Element} */ (target)), { capture: true });
      },
    },
  );
  const states = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('torchlet-figure')].map((element) => [
        /** @type {any} */ (element).complete,
        /** @type {any} */ (window).ready.includes(element),
      ]),
    );
  await expect.poll(async () => (await states())[2]).toEqual([true, true]);
  await page.waitForTimeout(200);
  expect((await states()).slice(0, 2)).toEqual([
    [false, false],
    [false, false],
  ]);
  await page.evaluate(() => document.querySelector('div')?.removeAttribute('style'));
  await expect.poll(async () => (await states())[0]).toEqual([true, true]);
});

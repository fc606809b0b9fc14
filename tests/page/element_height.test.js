// The height that an author gives a figure: any CSS length, and in frames nothing that grows with them.
import { expect, test } from 'vitest';
import { drawn, host, pageOf } from './host.js';

const { open, put } = host();
put('/follow.js', {
  html: `window.told = [];
addEventListener('message', ({ source, data }) => {
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
  if (!frame || data?.type !== 'torchlet:height') return;
  told.push(data.height);
  frame.height = Math.min(20000, data.height);
});`,
  type: 'text/javascript',
});

test('on the element: lengths as they are, none too low, percentages of nothing without effect', async () => {
  const heights = [
    '300',
    '20rem',
    '50vh',
    'calc(100px + 10vh)',
    '10px',
    '0',
    '50%',
    'calc(50% + 10px)',
    'auto',
    'var(--none)',
    'tall',
  ];
  const tags = heights.map(
    (height) => `<torchlet-figure loading="eager" activation="ReLU" show="curve" height="${height}"></torchlet-figure>`,
  );
  const page = await open(
    { html: pageOf(`<div>${tags.join('')}</div>`), policy: '' },
    { viewport: { width: 900, height: 1000 } },
  );
  for (const figure of await page.locator('torchlet-figure').all()) await drawn(figure);
  const found = await page
    .locator('torchlet-curve .stage')
    .evaluateAll((stages) => stages.map((stage) => Math.round(stage.getBoundingClientRect().height)));
  expect(found.slice(0, 6)).toEqual([300, 320, 500, 200, 160, 160]);
  const usual = found[10];
  expect(usual).toBeGreaterThan(250);
  expect(found.slice(6, 9)).toEqual([usual, usual, usual]);
  expect(found[9]).toBeGreaterThanOrEqual(160);
});

test.each([
  ['100vh', 500],
  ['50%', 250],
  ['calc(100dvh - 100px)', 400],
  ['100vmax', undefined],
  ['min(100cqh, 300px)', 300],
  ['400', 400],
])('in a frame that follows it: %s', async (height, pixels) => {
  const frame = `<iframe src="/embed.html?activation=ReLU&amp;show=curve&amp;height=${encodeURIComponent(height)}" width="600" height="500" title="a figure"></iframe>`;
  const page = await open({ html: pageOf(frame, '<script src="/follow.js"></script>') });
  const inner = page.frameLocator('iframe');
  await drawn(inner.locator('torchlet-figure'));
  const told = () => page.evaluate(() => /** @type {{ told: number[] }} */ (/** @type {any} */ (window)).told);
  await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
  await page.waitForTimeout(500);
  const before = await told();
  await page.waitForTimeout(300);
  expect(await told()).toEqual(before);
  expect(before.at(-1)).toBeLessThan(1000);
  const stage = await inner.locator('torchlet-curve .stage').boundingBox();
  if (pixels) expect(stage?.height).toBeCloseTo(pixels, 0);
  expect(stage?.height).toBeGreaterThan(150);
});

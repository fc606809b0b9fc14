// Nothing in a figure runs into anything else: no name over another, no stroke over a name, at three widths, of every function.
import { describe, expect, test } from 'vitest';
import { activations } from '../../web/figure/state/drawn.js';
import { site } from './site.js';

const { open } = site();

/** Every function as it opens, then with what makes figures crowded. */
const states = [
  ...activations.map(({ module }) => `activation=${module}`),
  ...activations
    .flatMap(({ module, parameters }) =>
      parameters
        .filter((p) => p.minimum !== undefined)
        .flatMap((p) => [p.minimum, p.maximum].map((value) => `activation=${module}&${p.name}=${value}`)),
    )
    .filter((state) => !/lower|upper|min_val|max_val/.test(state)),
  'activation=ReLU&compare=ELU,LeakyReLU(negative_slope=0.3),GELU',
  'activation=ReLU&compare=LeakyReLU,PReLU,RReLU',
  'activation=Tanh&compare=Sigmoid,Hardtanh,Softsign',
  'activation=GELU&compare=SiLU,Mish,Hardswish&window=-0.5,0.5,-0.3,0.4',
  'activation=SELU&compare=CELU,ELU&show=differences',
  'activation=Sigmoid&shape=1000&seed=1',
  'activation=ReLU&shape=100000&seed=1',
  'activation=ReLU&compare=SiLU,GELU,LeakyReLU(negative_slope=0.01)&input=article',
  'activation=ReLU6&hide=f',
  'activation=Hardtanh&hide=slope&compare=Tanh',
  'activation=Softmax&shape=2,3,4&dim=0&seed=1',
  'activation=Softmax2d&shape=2,4,3,5&seed=1',
  'activation=Softmax2d&shape=4,1,5&seed=1&element=2,0,3',
  'activation=LogSoftmax&shape=20&seed=2',
  'activation=GLU&shape=4,6&dim=1&seed=2',
];

/**
 * What runs into what in the drawings that are seen. A stroke that is drawn before a text runs under it, which a halo allows.
 * @returns {string[]}
 */
function collisions() {
  const found = /** @type {string[]} */ ([]);
  const roots = [...document.querySelectorAll('torchlet-curve, torchlet-rows')].map(
    (e) => /** @type {ShadowRoot} */ (e.shadowRoot),
  );
  const drawings = [...roots, document].flatMap((root) => [
    ...root.querySelectorAll('svg:not(.swatch, .gallery svg, .neuron)'),
  ]);
  for (const drawing of drawings) {
    const all = [...drawing.querySelectorAll('text, path, line, circle')].filter((e) => !e.closest('defs'));
    const texts = all.filter((e) => e.localName === 'text' && e.textContent?.trim());
    const boxes = new Map(
      texts.map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        // A line's box has room above and beneath its letters.
        const spare = text.getAttribute('transform')?.includes('rotate') ? 0 : (bottom - top) * 0.18;
        return [text, { left: left + 1, right: right - 1, top: top + spare, bottom: bottom - spare }];
      }),
    );
    const meets = (/** @type {any} */ a, /** @type {any} */ b) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    texts.forEach((text, i) => {
      for (const other of texts.slice(i + 1))
        if (meets(boxes.get(text), boxes.get(other))) found.push(`“${text.textContent}” over “${other.textContent}”`);
    });
    for (const [at, shape] of all.entries()) {
      if (shape.localName === 'text') continue;
      const style = getComputedStyle(shape);
      if (style.stroke === 'none' || style.visibility === 'hidden' || Number(style.strokeOpacity) < 0.3) continue;
      const outline = /** @type {SVGGeometryElement} */ (shape);
      const before = texts.filter((text) => all.indexOf(text) > at);
      const suspects = texts.filter((text) => {
        const halo = getComputedStyle(text);
        const hasHalo =
          halo.paintOrder.startsWith('stroke') && halo.stroke !== 'none' && Number.parseFloat(halo.strokeWidth) >= 2;
        // Beside a number a stroke could be read as its sign, whatever lies over what.
        const isUnder = before.includes(text) && hasHalo && !shape.matches('.joint');
        return !isUnder && meets(boxes.get(text), outline.getBoundingClientRect());
      });
      if (suspects.length === 0) continue;
      const matrix = /** @type {DOMMatrix} */ (outline.getScreenCTM());
      const name = shape
        .closest('[clip-path]')
        ?.getAttribute('clip-path')
        ?.match(/#[\w-]+/)?.[0];
      const seen = name ? drawing.querySelector(`${name} rect`) : null;
      const [left, top, across, down] = ['x', 'y', 'width', 'height'].map((key) => Number(seen?.getAttribute(key)));
      const isSeen = (/** @type {DOMPoint} */ { x, y }) =>
        !seen || (x >= left && x <= left + across && y >= top && y <= top + down);
      const length = outline.getTotalLength();
      for (let along = 0; along <= length; along += 2) {
        const own = outline.getPointAtLength(along);
        if (!isSeen(own)) continue;
        const { x, y } = own.matrixTransform(matrix);
        const point = { left: x, right: x, top: y, bottom: y };
        const hit = suspects.find((text) => meets(boxes.get(text), point));
        if (!hit) continue;
        found.push(
          `a stroke (${shape.getAttribute('class') ?? shape.parentElement?.getAttribute('class')}) over “${hit.textContent}”`,
        );
        break;
      }
    }
  }
  return [...new Set(found)];
}

describe.each([390, 680, 1280])('at %i px', (width) => {
  test('no name stands over another, no stroke over a name', async () => {
    const page = await open('activation=ReLU', { viewport: { width, height: 900 } });
    const all = /** @type {Record<string, string[]>} */ ({});
    for (const [i, state] of states.entries()) {
      const theme = i % 2 ? 'dark' : 'light';
      await page.evaluate((hash) => {
        location.hash = hash;
        return new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
      }, `${state}&theme=${theme}`);
      const found = await page.evaluate(collisions);
      if (found.length > 0) all[state] = found;
    }
    expect(all).toEqual({});
  }, 120_000);
});

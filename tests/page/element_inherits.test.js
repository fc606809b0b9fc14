// What a page says of its own text, and a figure does not take over: direction, case, indents, gaps between words.
import { expect, test } from 'vitest';
import { drawn, host, pageOf } from './host.js';

const { open } = host();

const figures = `<torchlet-figure loading="eager" activation="ELU" input="-1,2" show="curve,tensors,gradient,code" controls compare="ReLU"></torchlet-figure>
<torchlet-figure loading="eager" activation="Softmax" dim="1" shape="2,3" show="curve,tensors,code"></torchlet-figure>
<torchlet-figure loading="eager" activation="None"><p class="inside">a still picture</p></torchlet-figure>`;
const kStyles = [
  'direction',
  'text-transform',
  'text-indent',
  'text-shadow',
  'font-variant-caps',
  'font-style',
  'text-align',
  'white-space-collapse',
];

/** What printed text, code and drawings look like. @param {string} html a page's whole text */
async function looks(html) {
  const page = await open({ html, policy: '' }, { viewport: { width: 900, height: 3000 } });
  for (const figure of await page.locator('torchlet-figure:not(:has(.inside))').all()) await drawn(figure);
  await page.locator('torchlet-curve .stage svg text').first().waitFor();
  await page.locator('torchlet-rows .stage svg text').first().waitFor();
  await page.waitForTimeout(100);
  return page.evaluate((names) => {
    /** @type {Record<string, string>} */ const found = {};
    /** @param {ParentNode} root @param {string} path */
    const walk = (root, path) => {
      for (const [i, element] of [...root.querySelectorAll('*')].entries()) {
        const style = getComputedStyle(element);
        const isPrinted = element.closest('pre, code, svg, figcaption, table') !== null;
        const isRead = isPrinted || element.closest('figure, .message, .head, .stage, .readout, .row') !== null;
        if (isRead && !['STYLE', 'SLOT', 'DEFS'].includes(element.tagName))
          found[`${path}${i} ${element.tagName}`] = [...names, ...(isPrinted ? ['word-spacing'] : [])]
            .map((name) => style.getPropertyValue(name))
            .join(' ');
        if (element.shadowRoot) walk(element.shadowRoot, `${path}${i}/`);
      }
    };
    for (const [i, element] of [...document.querySelectorAll('torchlet-figure')].entries()) {
      if (element.shadowRoot) walk(element.shadowRoot, `${i}/`);
    }
    const inside = getComputedStyle(/** @type {Element} */ (document.querySelector('.inside')));
    return { found, inside: `${inside.direction} ${inside.textTransform}` };
  }, kStyles);
}

test('the figure looks the same; what stands between the tags is the page’s', async () => {
  const style =
    '<style>body { text-transform: uppercase; text-indent: 3em; word-spacing: 9px; text-align: justify; font-variant: small-caps; font-style: italic; text-shadow: 1px 1px red; white-space: pre-line }</style>';
  const script = '<script type="module" src="/element.js"></script>';
  const plain = await looks(pageOf(figures));
  const turned = await looks(pageOf(figures, script + style).replace('<html', '<html dir="rtl"'));
  expect(Object.keys(turned.found).length).toBeGreaterThan(200);
  expect(turned.found).toEqual(plain.found);
  expect([plain.inside, turned.inside]).toEqual(['ltr none', 'rtl uppercase']);
});

test('a mark stands on its number where a page spaces letters and words apart', async () => {
  const html = pageOf(
    '<div dir="rtl" style="letter-spacing: 2px; word-spacing: 9px"><torchlet-figure loading="eager" activation="ReLU" show="tensors" input="1,-2,3" element="1"></torchlet-figure></div>',
  );
  const page = await open({ html, policy: '' });
  await drawn(page.locator('torchlet-figure'));
  const far = await page
    .locator('torchlet-tensor')
    .first()
    .evaluate((element) => {
      const root = /** @type {ShadowRoot} */ (element.shadowRoot);
      const node = /** @type {Text} */ (
        [.../** @type {Element} */ (root.querySelector('pre')).childNodes].find(({ nodeType }) => nodeType === 3)
      );
      const range = document.createRange();
      range.setStart(node, node.data.indexOf('-2'));
      range.setEnd(node, node.data.indexOf('-2') + 2);
      return (root.querySelector('.mark')?.getBoundingClientRect().left ?? 0) - range.getBoundingClientRect().left;
    });
  expect(Math.abs(far)).toBeLessThan(2);
});

// The Chromium half: one page in a context of its own an operation, headless, from a local server alone.
import { chromium } from 'playwright';
import { launchOptions } from '../chromium.js';
import { serve } from './server.js';

/** @param {string[]} names of peers @returns {Promise<import('./node.js').Place>} */
export async function inChromium(names) {
  const { address, close } = await serve();
  const browser = await chromium.launch(launchOptions);
  const open = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const crashed = new Promise((_, reject) => page.once('crash', () => reject(new Error('the page crashed'))));
    crashed.catch(() => {});
    await page.goto(address);
    return { context, page, crashed };
  };
  const first = await open();
  const absent = await first.page.evaluate(
    async (address) => (await import(address)).absent(),
    '/tests/bench/contenders.js',
  );
  await first.context.close();
  return {
    title: `Chromium ${browser.version()}`,
    absent,
    peers: names,
    remarks: [],
    async open() {
      const { context, page, crashed } = await open();
      return {
        measure: (op, n, options) =>
          /** @type {Promise<any>} */ (
            Promise.race([
              crashed,
              page.evaluate(
                async ({ address, args: [op, n, options] }) => (await import(address)).measure(op, n, options),
                { address: '/tests/bench/measure.js', args: /** @type {[string, number, any]} */ ([op, n, options]) },
              ),
            ])
          ),
        close: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      close();
    },
  };
}

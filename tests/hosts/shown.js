// Pages of authors for npm test: opened from a server of their own, with the built site where the recipes say that it is.
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { written } from '../package/kit.js';
import { kit } from './kit.js';

/**
 * For the tests of a file. What a page complains of fails the test that opened it.
 * @returns {{ show: (html: string, options?: import('playwright').BrowserContextOptions & { files?: Record<string, string> }) =>
 *   Promise<import('./kit.js').Opened>, kit: () => import('./kit.js').Kit }} files: what stands beside the page
 */
export function shown() {
  /** @type {import('./kit.js').Kit} */ let all;
  /** @type {(() => void)[]} */ let ends = [];
  /** @type {Promise<unknown>[]} */ let visits = [];
  /** @type {string[][]} */ let complaints = [];

  beforeAll(async () => {
    all = await kit();
  });
  afterAll(() => all?.close());
  afterEach(async () => {
    const said = complaints.flat();
    for (const end of ends) end();
    await Promise.all(visits);
    [ends, visits, complaints] = [[], [], []];
    expect(said).toEqual([]);
  });

  return {
    kit: () => all,
    async show(html, { files = {}, ...options } = {}) {
      const folder = all.folder('page');
      written(folder, { 'page.html': html, ...files });
      const opened = await new Promise((resolve, reject) => {
        const visit = all.visited(folder, async (open) => {
          const end = new Promise((done) => ends.push(() => done(undefined)));
          resolve(await open('page.html', options));
          await end;
        });
        visit.catch(reject);
        visits.push(visit.catch(() => {}));
      });
      complaints.push(opened.complaints);
      return opened;
    },
  };
}

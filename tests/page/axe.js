// What axe finds in a page: all of it in one theme, and in the other what depends on the theme.
import axe from 'axe-core';

/** The rules that ask for colours; no other one's answer depends on the theme, and some take a second on a long page. */
const colours = ['color-contrast', 'link-in-text-block'];
const kAll = {};
const kColours = { runOnly: { type: 'rule', values: colours } };
const kOthers = { rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) };

/**
 * @param {import('playwright').Page} page
 * @param {object} options axe's
 * @param {string} part what is asked of
 * @returns {Promise<{ violations: string[], passes: number }>}
 */
async function run(page, options, part) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([own, selector]) => {
      const { violations, passes } = await /** @type {any} */ (window).axe.run(selector, own);
      const words = violations.map(
        (/** @type {any} */ { id, help, nodes }) =>
          `${id}: ${help}: ${nodes.map((/** @type {any} */ node) => `${node.target} ${node.html} ${node.failureSummary ?? ''}`).join('; ')}`,
      );
      return { violations: words, passes: passes.length };
    },
    /** @type {const} */ ([options, part]),
  );
}

/** All rules. @param {import('playwright').Page} page @param {string} [part] */
export const allRules = (page, part = 'html') => run(page, kAll, part);
/** The rules of colours. @param {import('playwright').Page} page @param {string} [part] */
export const ruledColours = (page, part = 'html') => run(page, kColours, part);
/** The rules of everything else. @param {import('playwright').Page} page @param {string} [part] */
export const ruledStructure = (page, part = 'html') => run(page, kOthers, part);

// The figures' style with every colour settled, for pictures that stand alone: many programs that show SVG know no variables.
import { curveStyles } from '../parts/curve_styles.js';
import { rowsStyles } from '../parts/rows_styles.js';
import { tokens } from '../parts/tokens.js';

/** @typedef {'light' | 'dark'} Shade */

/** What variables stand for. @param {Shade} shade @returns {Record<string, string>} */
function settled(shade) {
  /** @type {Record<string, string>} */ const values = {};
  for (const [, name, value] of tokens.cssText.matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
    const own = value.replace(/^var\(--torchlet-[\w-]+,\s*(.*)\)$/, '$1');
    const pair = /^light-dark\((.*),\s*(.*)\)$/.exec(own);
    values[name] = pair ? pair[shade === 'light' ? 1 : 2] : own;
  }
  return values;
}

/** Variables that a class decides: which classes, and what each of them means by it. */
const byClass = {
  '--mark': { input: '--input', output: '--output', gradient: '--gradient' },
  '--own': { 'other-1': '--other-1', 'other-2': '--other-2', 'other-3': '--other-3' },
};

/** Properties of boxes and pointers mean nothing in a drawing. */
const kMeaningless =
  /^(background|cursor|pointer-events|contain|position|inset|touch-action|transition|overflow|display|height|margin|padding|border|--)/;

/**
 * @param {string} css
 * @param {Record<string, string>} values
 */
function plain(css, values) {
  const body = css.replace(/@(?:media|container)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const rules = [];
  for (const [, selectors, block] of body.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (selectors.includes(':host')) continue;
    const lines = block
      .split(';')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !kMeaningless.test(line));
    if (lines.length === 0) continue;
    const declared = lines.join(';');
    const hanging = Object.entries(byClass).find(([name]) => declared.includes(`var(${name})`));
    const list = selectors.split(',').map((one) => one.trim().replace(/\s+/g, ' '));
    if (!hanging) rules.push(`${list.join(',')}{${resolved(declared, values)}}`);
    for (const [name, value] of hanging ? Object.entries(hanging[1]) : []) {
      // The class may stand on the element itself, on what the selector begins with, or further out.
      const places = (/** @type {string} */ one) =>
        new Set([`${one}.${name}`, one.replace(/(?= |$)/, `.${name}`), `.${name} ${one}`]);
      const at = list.flatMap((one) => [...places(one)]).join(',');
      rules.push(`${at}{${resolved(declared, { ...values, [hanging?.[0] ?? '']: values[value] })}}`);
    }
  }
  return rules.join('\n');
}

/** @param {string} text @param {Record<string, string>} values */
const resolved = (text, values) => text.replace(/var\((--[\w-]+)(?:,[^)]*)?\)/g, (_, name) => values[name] ?? '');

/**
 * A style sheet without variables.
 * @param {'curve' | 'rows'} kind
 * @param {Shade} shade
 */
export function stillStyles(kind, shade) {
  const values = settled(shade);
  const css = (kind === 'curve' ? curveStyles : rowsStyles).cssText;
  return `${plain(css, values)}
.paper{fill:${values['--paper']}}
.repr{font:600 18px ${values['--mono']};fill:${values['--ink']};stroke:none}
.heading{font:600 12px ${values['--text']};stroke:none}
.heading.input{fill:${values['--input']}}.heading.output{fill:${values['--output']}}.heading.gradient{fill:${values['--gradient']}}
.note{font:12px ${values['--text']};fill:${values['--grey']};stroke:none}`;
}

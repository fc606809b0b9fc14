// Texts in a figure: escaped, placed and turned as matplotlib places them, with what stands behind them.
import { kInk } from '../model/colors.js';
import { partsOf } from './formula.js';

const entities = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (one) => entities[one]);

/** To a tenth of a pixel. @param {number} value */
export const at = (value) => String(Math.round(value * 10) / 10);

/** The inside of a <text>, raised and lowered parts smaller. @param {string} text @param {number} size in pixels */
export function content(text, size) {
  let rise = 0;
  let out = '';
  for (const part of partsOf(text)) {
    const shift = (rise - part.rise) * size;
    rise = part.rise;
    const facts = [
      Math.abs(shift) < 0.01 ? '' : ` dy="${shift.toFixed(1)}"`,
      part.scale === 1 ? '' : ` font-size="${(size * part.scale).toFixed(1)}"`,
      part.isItalic ? ' font-style="italic"' : '',
      part.isBold ? ' font-weight="700"' : '',
    ].join('');
    out += facts === '' ? escaped(part.text) : `<tspan${facts}>${escaped(part.text)}</tspan>`;
  }
  return out;
}

/** Widths of letters in a text's size: those of DejaVu Sans, roughly. @param {string} letter */
function letterWidth(letter) {
  if (/\p{M}/u.test(letter)) return 0;
  if (/[ilj|'.,:;!I\u2009]/.test(letter)) return 0.31;
  if (/[ ftr()[\]/\\-]/.test(letter)) return 0.38;
  if (/[mwMW@%—→∑⇒\u2003]/.test(letter)) return 0.9;
  return /[A-Z=+−<>≤≥≈×∞]/.test(letter) ? 0.7 : 0.61;
}

/** About how wide a text's widest line is, in pixels: letters differ from font to font. @param {string} text @param {number} size */
export const widthOf = (text, size) =>
  Math.max(
    ...text
      .split('\n')
      .map((line) =>
        partsOf(line).reduce(
          (sum, part) => sum + [...part.text].reduce((own, letter) => own + letterWidth(letter), 0) * part.scale * size,
          0,
        ),
      ),
  );

/** How far the lines of one text are apart, in its size. */
export const kLine = 1.2;

/** What of a figure's plane texts reach, so that none is cut off. */
export const reach = { left: 0, top: 0, right: 0, bottom: 0 };

/** Begins to measure. @param {number} width @param {number} height */
export const startReach = (width, height) => Object.assign(reach, { left: 0, top: 0, right: width, bottom: height });

/** @param {number} left @param {number} top @param {number} right @param {number} bottom */
export function reaches(left, top, right, bottom) {
  reach.left = Math.min(reach.left, left);
  reach.top = Math.min(reach.top, top);
  reach.right = Math.max(reach.right, right);
  reach.bottom = Math.max(reach.bottom, bottom);
}

/** How wide and high a text is, turned. @param {string} text @param {number} size @param {number} [rotation] in degrees */
export function sizeOfText(text, size, rotation = 0) {
  const [w, h] = [widthOf(text, size), (text.split('\n').length - 1) * kLine * size + size];
  const [cos, sin] = [Math.cos, Math.sin].map((own) => Math.abs(own((rotation * Math.PI) / 180)));
  return { w, h, width: w * cos + h * sin, height: w * sin + h * cos };
}

/**
 * @typedef {object} Looks of a text
 * @property {number} size in pixels
 * @property {string | null} [horizontal]
 * @property {string | null} [vertical]
 * @property {number | null} [rotation]
 * @property {string | null} [color]
 * @property {boolean} [isBold]
 * @property {boolean} [isItalic]
 * @property {boolean} [isMono]
 * @property {import('../model/writing.js').Writing['box']} [box]
 * @property {string} [role] the class of its element
 */

/** @type {Record<string, string>} */
const anchors = { left: 'start', center: 'middle', right: 'end' };

/** Where a text's middle line is, and its middle. @param {string} text @param {number} px @param {number} py @param {Looks} look */
export function placed(text, px, py, { size, horizontal, vertical, rotation }) {
  const turn = rotation ?? 0;
  const { w, h, width, height } = sizeOfText(text, size, turn);
  const side = horizontal === 'center' ? 0 : horizontal === 'right' ? -1 : 1;
  const along = vertical === 'top' ? 1 : vertical === 'center' || vertical === 'center_baseline' ? 0 : -1;
  const down = turn === 0 && along === -1 && vertical !== 'bottom' ? 0.15 * size : 0;
  const middle = { x: px + (side * width) / 2, y: py + (along * height) / 2 + down };
  const angle = (turn * Math.PI) / 180;
  const x = middle.x - (side * w * Math.cos(angle)) / 2;
  return { turn, w, h, width, height, middle, x, y: middle.y + (side * w * Math.sin(angle)) / 2 };
}

/** A text with its box. @param {string} text @param {number} px @param {number} py @param {Looks} look */
export function textAt(text, px, py, look) {
  if (text === '' || !Number.isFinite(px) || !Number.isFinite(py)) return '';
  const { size, box } = look;
  const { turn, w, h, width, height, middle, x, y } = placed(text, px, py, look);
  reaches(middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2);
  const lines = text.split('\n');
  // Ink on a light box is dark on dark pages as well.
  const ink = box && box.face !== 'Canvas' && box.face !== 'none' && box.alpha > 0.4 ? '#000000' : kInk;
  const color = look.color && look.color !== kInk ? look.color : ink;
  const facts = [
    ` text-anchor="${anchors[look.horizontal ?? 'left'] ?? 'start'}" font-size="${at(size)}" fill="${color}"`,
    look.role ? ` class="${look.role}"` : '',
    look.isBold ? ' font-weight="700"' : '',
    look.isItalic ? ' font-style="italic"' : '',
    look.isMono ? ' font-family="monospace"' : '',
  ].join('');
  const words = lines.map((line, i) =>
    line === ''
      ? ''
      : `<text x="${at(x)}" y="${at(y + (i - (lines.length - 1) / 2) * kLine * size + 0.35 * size)}"${facts}>${content(line, size)}</text>`,
  );
  const around = turn === 0 ? '' : ` transform="rotate(${at(-turn)} ${at(x)} ${at(y)})"`;
  if (!box) return turn === 0 ? words.join('') : `<g${around}>${words.join('')}</g>`;
  const pad = box.pad * size;
  const start = x - (look.horizontal === 'center' ? w / 2 : look.horizontal === 'right' ? w : 0);
  const behind = `<rect x="${at(start - pad)}" y="${at(y - h / 2 - pad)}" width="${at(w + 2 * pad)}" height="${at(h + 2 * pad)}"${box.isRound ? ` rx="${at(pad)}"` : ''} fill="${box.face}" stroke="${box.edge}" opacity="${box.alpha}"/>`;
  return `<g${around}>${behind}${words.join('')}</g>`;
}

// Texts within axes, with arrows from them to what they speak of.
import { arrowCorners } from '../model/arrow.js';
import { kInk } from '../model/colors.js';
import { kPoint, kText } from './measures.js';
import { at, placed, textAt } from './text.js';

/**
 * @typedef {import('../model/axes.js').Artist} Artist
 * @typedef {import('./artists.js').Room} Room
 * @typedef {[x: number, y: number]} Point
 */

/** matplotlib's gaps at both ends of an arrow, and its heads, in points. */
const kShrink = 2;
const kHead = { length: 4, half: 2 };

/** In pixels what is in data, or in shares of the axes. @param {Point} point @param {string} kind @param {Room} room @returns {Point} */
function pixels([a, b], kind, { x, y, box }) {
  const [shareX, shareY] = [kind === 'axes' || kind === 'xaxes', kind === 'axes' || kind === 'yaxes'];
  return [
    shareX ? box.left + a * (box.right - box.left) : x(a),
    shareY ? box.bottom - b * (box.bottom - box.top) : y(b),
  ];
}

/** A text, with an arrow where it speaks of a point. @param {Artist} artist @param {Room} room */
export function noteOf(artist, room) {
  const { more, alpha } = artist;
  const faint = alpha === 1 ? '' : ` opacity="${alpha}"`;
  const { box } = room;
  const from = pixels(more.place, more.kind, room);
  const [px, py] = from.map((pixel, i) => pixel + more.offset[i] * (i === 0 ? kPoint : -kPoint));
  const isWithin = px >= box.left - 1 && px <= box.right + 1 && py >= box.top - 1 && py <= box.bottom + 1;
  if (more.isClipped && !isWithin) return '';
  const { writing } = more;
  const size = writing.size ? writing.size * kPoint : kText;
  // Ink on coloured cells is dark on dark pages as well.
  const color = room.isOnColors && isWithin && (!writing.color || writing.color === kInk) ? '#000000' : writing.color;
  const look = { ...writing, color, size };
  const words = writing.isVisible ? textAt(writing.text, px, py, look) : '';
  if (!more.arrow) return `<g${faint}>${words}</g>`;
  const to = pixels(more.arrow.to, more.arrow.kind, room);
  const ends = shortened({ px, py, text: writing.text, look }, to, more.arrow);
  return `<g${faint}>${ends ? arrowOf(ends, more.arrow) : ''}${words}</g>`;
}

/** An arrow's ends: from the edge of its text, short of its point. @param {{ px: number, py: number, text: string, look: any }} note @param {Point} to @param {any} arrow @returns {[Point, Point] | null} */
function shortened({ px, py, text, look }, to, { shrink }) {
  const { middle, width, height } =
    text === '' ? { middle: { x: px, y: py }, width: 0, height: 0 } : placed(text, px, py, look);
  const [dx, dy] = [to[0] - middle.x, to[1] - middle.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return null;
  const pad = text === '' ? 0 : 4 + (look.box ? look.box.pad * look.size - 4 : 0);
  const edge = Math.min((width / 2 + pad) / (Math.abs(dx) || 1e-9), (height / 2 + pad) / (Math.abs(dy) || 1e-9));
  const start = edge + (kShrink * kPoint) / length + shrink;
  const end = 1 - (kShrink * kPoint) / length - shrink;
  if (start >= end) return null;
  const at = (/** @type {number} */ share) => /** @type {Point} */ ([middle.x + dx * share, middle.y + dy * share]);
  return [at(start), at(end)];
}

/** @param {[Point, Point]} ends @param {any} arrow */
function arrowOf([[x0, y0], [x1, y1]], { style, color, face, width, bend, scale, isBroad }) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  if (isBroad) return broad(x0, y0, x1, y1, { ...isBroad, color, face, width });
  const [cx, cy] = [(x0 + x1) / 2 - bend * dy, (y0 + y1) / 2 + bend * dx];
  const line = bend ? `Q${at(cx)} ${at(cy)} ${at(x1)} ${at(y1)}` : `L${at(x1)} ${at(y1)}`;
  const head = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ ux,
    /** @type {number} */ uy,
  ) => {
    const [length, half] = [kHead.length * kPoint * scale, kHead.half * kPoint * scale];
    const [bx, by] = [x - length * ux, y - length * uy];
    const filled = style.includes('|') || /simple|fancy|wedge/.test(style);
    return `<path fill="${filled ? face : 'none'}" d="M${at(bx - half * uy)} ${at(by + half * ux)}L${at(x)} ${at(y)}L${at(bx + half * uy)} ${at(by - half * ux)}${filled ? 'z' : ''}"/>`;
  };
  const toward = (
    /** @type {number} */ fx,
    /** @type {number} */ fy,
    /** @type {number} */ tx,
    /** @type {number} */ ty,
  ) => {
    const length = Math.hypot(tx - fx, ty - fy) || 1;
    return head(tx, ty, (tx - fx) / length, (ty - fy) / length);
  };
  const [fx, fy, gx, gy] = bend ? [cx, cy, cx, cy] : [x0, y0, x1, y1];
  const atEnd = style.includes('>') || /simple|fancy|wedge/.test(style) ? toward(fx, fy, x1, y1) : '';
  const atStart = style.includes('<') ? toward(gx, gy, x0, y0) : '';
  return `<g stroke="${color}" stroke-width="${at(width * kPoint)}"><path fill="none" d="M${at(x0)} ${at(y0)}${line}"/>${atEnd}${atStart}</g>`;
}

/** One without a style: a broad filled one. @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {any} look widths in points */
function broad(x0, y0, x1, y1, { width, body, head, length: headLength, color, face }) {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const neck = Math.max(0, length - headLength * kPoint);
  const [b, h] = [(body * kPoint) / 2, (head * kPoint) / 2];
  const corners = arrowCorners({ x: x0, y: y0, dx: ux, dy: uy }, b, h, neck, length).map((pair) =>
    pair.map(at).join(' '),
  );
  return `<path fill="${face}" stroke="${color}" stroke-width="${at(width * kPoint)}" d="M${corners.join('L')}z"/>`;
}

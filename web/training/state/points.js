// Points that a reader sets, as words: `0.5,1.2,0;-0.3,0.4,1`, each with its two coordinates and its class.
import { readNumber, shortest } from '../../figure/text/numbers.js';

/** More make a link too long for some chats. */
export const kMostPoints = 300;
/** Coordinates beyond are out of every picture. */
const kFarthest = 1000;

/** @typedef {[x: number, y: number, target: number]} Point its target is 0 or 1 */

/**
 * @param {string} text
 * @returns {{ points: Point[], problem?: string }}
 */
export function readPoints(text) {
  const wrong = (/** @type {string} */ problem) => ({ points: [], problem });
  const rows = text.split(';').filter((row) => row.trim() !== '');
  if (rows.length > kMostPoints) return wrong(`these are ${rows.length} points; a link holds up to ${kMostPoints}`);
  /** @type {Point[]} */ const points = [];
  for (const row of rows) {
    const [x, y, target] = row.split(',').map((part) => readNumber(part) ?? Number.NaN);
    if (row.split(',').length !== 3 || !(Math.abs(x) <= kFarthest) || !(Math.abs(y) <= kFarthest))
      return wrong(`“${row.trim()}” is no point: write x,y,class up to ${kFarthest} with a class of 0 or 1`);
    if (target !== 0 && target !== 1) return wrong(`“${row.trim()}” has a class other than 0 or 1`);
    points.push([Math.fround(x), Math.fround(y), target]);
  }
  if (points.length < 2) return wrong('there must be two points at least');
  return { points };
}

/** The same words again. @param {readonly Point[]} points */
export const writePoints = (points) => points.map((point) => point.map(shortest).join(',')).join(';');

// What is read off a curve at a point, in numbers at a fixed place; of all functions where several are compared.
import { html, nothing, svg } from 'lit';
import { largestDifference, nameOf } from '../drawing/curve/scene.js';
import { evaluateAt } from '../numbers/sample.js';
import { spoken } from './readout.js';

/**
 * @typedef {import('../numbers/model.js').Result} Result
 * @typedef {import('../drawing/curve/scene.js').Scene} Scene
 * @typedef {{ x: number, y: number, slope: number, element: number | null }} Point
 */

/** The stroke that a function is drawn with. @param {number} i 0 for the first function */
export const swatch = (i) =>
  svg`<svg class="swatch" width="34" height="8" aria-hidden="true"><path class=${i === 0 ? 'curve' : `other other-${i}`} d="M0 4H34"></path></svg>`;

/**
 * Compared functions as a table: at the point that is read, and where each differs most.
 * @param {Result} result
 * @param {Scene} scene
 * @param {Point | null} point
 */
export function comparison(result, scene, point) {
  const { others, differences } = scene;
  if (!differences) return nothing;
  const { module } = result.activation;
  const own = nameOf({ activation: module, parameters: result.parameters });
  const at = (/** @type {import('../drawing/curve/scene.js').Other} */ other) =>
    point === null ? null : evaluateAt(other.activation, other.parameters, point.x);
  const number = (/** @type {number | undefined} */ value) =>
    html`<td>${value === undefined ? '–' : spoken(value)}</td>`;
  return html`<table class="comparison">
    <thead>
      <tr><th scope="col">function</th><th scope="col">f(x)</th><th scope="col">f′(x)</th><th scope="col">minus ${module}</th><th scope="col">largest gap in view</th></tr>
    </thead>
    <tbody>
      <tr><th scope="row">${swatch(0)}${own}</th>${number(point?.y)}${number(point?.slope)}<td></td><td></td></tr>
      ${others.map((other, i) => {
        const here = at(other);
        const most = largestDifference(differences, i);
        return html`<tr>
          <th scope="row">${swatch(i + 1)}${other.name}</th>
          ${number(here?.y)}${number(here?.slope)}${number(here && point ? here.y - point.y : undefined)}
          <td>${spoken(most.difference)} at ${most.x.toFixed(2)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

// The figure as one would write it by hand for this one function: LeakyReLU's curve, eighteen numbers and what becomes of them, in
// plain JavaScript and SVG. No library, no WebAssembly, nothing that can be changed: the least that a page must do.
import { numbers } from './numbers.js';

const slope = 0.1;
const leakyRelu = (/** @type {number} */ x) => (x > 0 ? x : slope * x);
const input = Float32Array.from(numbers);
const output = input.map(leakyRelu);

// Where the figure stands in its drawing, in pixels, and what it shows of x and y.
const [width, height] = [596, 400];
const [left, right, top, bottom] = [66, 582, 24, 340];
const [from, to, low, high] = [-5.81, 5.81, -2.65, 4.46];
const xAt = (/** @type {number} */ x) => left + ((x - from) / (to - from)) * (right - left);
const yAt = (/** @type {number} */ y) => bottom - ((y - low) / (high - low)) * (bottom - top);

/** @param {Element} parent @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
function add(parent, name, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return parent.appendChild(element);
}

/** The whole numbers between two ends. @param {number} first @param {number} last */
function ticks(first, last) {
  const values = [];
  for (let value = Math.ceil(first); value <= last; value++) values.push(value);
  return values;
}
/** With a true minus sign, as wide as the plus. @param {number} value */
const label = (value) => String(value).replace('-', '−');

/** Axes with their ticks, labels and names. @param {Element} svg */
function axes(svg) {
  const grid = add(svg, 'g', { stroke: '#ddd' });
  add(grid, 'line', { x1: xAt(0), x2: xAt(0), y1: top, y2: bottom });
  add(grid, 'line', { x1: left, x2: right, y1: yAt(0), y2: yAt(0) });
  const lines = add(svg, 'g', { stroke: '#666' });
  add(lines, 'line', { x1: left, x2: right, y1: bottom, y2: bottom });
  add(lines, 'line', { x1: left, x2: left, y1: top, y2: bottom });
  const words = add(svg, 'g', { 'font-size': 13, fill: '#444' });
  for (const x of ticks(from, to)) {
    add(lines, 'line', { x1: xAt(x), x2: xAt(x), y1: bottom, y2: bottom + 4 });
    add(words, 'text', { class: 'x', x: xAt(x), y: bottom + 44, 'text-anchor': 'middle' }, label(x));
  }
  for (const y of ticks(low, high))
    add(words, 'text', { class: 'y', x: left - 38, y: yAt(y) + 4, 'text-anchor': 'end' }, label(y));
  add(words, 'text', { x: 2, y: 13 }, 'output');
  add(words, 'text', { x: left - 8, y: bottom + 17, 'text-anchor': 'end' }, 'input');
}

/** The function, and PyTorch's default beside it, as the figure has them. @param {Element} svg */
function curves(svg) {
  const line = (/** @type {(x: number) => number} */ f) =>
    Array.from({ length: 257 }, (_, i) => from + ((to - from) * i) / 256)
      .map((x, i) => `${i ? 'L' : 'M'}${xAt(x).toFixed(1)} ${yAt(f(x)).toFixed(1)}`)
      .join('');
  const clip = add(svg, 'clipPath', { id: 'plot' });
  add(clip, 'rect', { x: left, y: top, width: right - left, height: bottom - top });
  const lines = add(svg, 'g', { 'clip-path': 'url(#plot)', fill: 'none' });
  const usual = line((x) => (x > 0 ? x : 0.01 * x));
  add(lines, 'path', { class: 'ghost', d: usual, stroke: '#999', 'stroke-dasharray': '4 4' });
  add(lines, 'path', { class: 'curve', d: line(leakyRelu), stroke: '#b4530a', 'stroke-width': 2.5 });
  add(svg, 'text', { x: left + 8, y: yAt(0) - 3, fill: '#777', 'font-size': 13 }, 'default');
  add(svg, 'text', { x: xAt(2.2), y: yAt(2.6), fill: '#b4530a', 'text-anchor': 'end' }, 'f(x)');
}

/** Each number as a tick under the x axis, what becomes of it beside the y axis, and the way between. @param {Element} svg */
function elements(svg) {
  const below = add(svg, 'g', { class: 'inputs', stroke: '#1f6fb2' });
  const beside = add(svg, 'g', { class: 'outputs', stroke: '#b4530a' });
  const way = { 'stroke-width': 0.5 };
  input.forEach((value, i) => {
    const [x, y] = [xAt(value), yAt(output[i])];
    add(below, 'line', { x1: x, x2: x, y1: bottom + 4, y2: bottom + 22 });
    add(beside, 'line', { x1: left - 22, x2: left - 4, y1: y, y2: y });
    add(below, 'line', { x1: x, x2: x, y1: bottom, y2: y, ...way });
    add(beside, 'line', { x1: x, x2: left, y1: y, y2: y, ...way, 'stroke-dasharray': '3 3' });
  });
}

/** A tensor as PyTorch prints it: four digits, one width, lines of eighty characters. @param {Float32Array} values */
function printed(values) {
  const texts = Array.from(values, (value) => value.toFixed(4));
  const size = Math.max(...texts.map((text) => text.length));
  const indent = 'tensor('.length;
  const perLine = Math.floor((80 - indent) / (size + 2));
  const lines = [];
  for (let i = 0; i < texts.length; i += perLine) {
    const line = texts.slice(i, i + perLine).map((text) => text.padStart(size));
    lines.push(line.join(', '));
  }
  return `tensor([${lines.join(`,\n${' '.repeat(indent + 1)}`)}])`;
}

const figure = /** @type {HTMLElement} */ (document.querySelector('#figure'));
const title = figure.appendChild(document.createElement('figcaption'));
title.textContent = `LeakyReLU(negative_slope=${slope})`;
const svg = add(figure, 'svg', { width, height, role: 'img', 'aria-label': `${title.textContent}, its curve` });
axes(svg);
elements(svg);
curves(svg);
for (const [name, values] of Object.entries({ input, output })) {
  figure.appendChild(document.createElement('h3')).textContent = name;
  figure.appendChild(document.createElement('pre')).textContent = printed(values);
}
figure.dispatchEvent(new CustomEvent('ready'));

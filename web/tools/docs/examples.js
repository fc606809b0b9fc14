// Runs the examples of the documentation, so that what stands behind them is what they print.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from '../modules.js';

/** As Node and the docstrings show a value. @param {any} value @returns {string} */
export function shown(value) {
  if (Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype)
    return `[${value.map(shown).join(', ')}]`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') {
    const quote = value.includes("'") ? '"' : "'";
    return value.includes('\n') ? value : quote + value + quote;
  }
  if (ArrayBuffer.isView(value)) {
    return `${value.constructor.name} [${[.../** @type {Float32Array} */ (value)].join(', ')}]`;
  }
  return String(value);
}

/**
 * The value of an example's last line.
 * @param {string} code
 * @param {any} torch
 */
export function lastValue(code, torch) {
  const lines = code.split('\n');
  const last = lines.findLastIndex((line) => /^[^\s})\]]/.test(line));
  lines[last] = `return (${lines[last]}`;
  const body = `${lines.join('\n').replace(/;$/, '')});`;
  return new Function('torch', 'nn', 'F', 'Tensor', body)(torch, torch.nn, torch.nn.functional, torch.Tensor);
}

/** The package as it was just built. */
export async function builtTorch() {
  const { default: torch } = await import(pathToFileURL(join(project, 'web/index.js')).href);
  return torch;
}

/** An example with what it gives as comments beneath it. @param {string} code @param {any} torch */
export function answered(code, torch) {
  torch.manual_seed(0);
  const text = shown(lastValue(code, torch));
  return text === 'undefined' ? code : `${code}\n${text.replace(/^/gm, '// ')}`;
}

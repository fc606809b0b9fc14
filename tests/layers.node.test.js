// The layers of web/ hold: no import against them, no circle; and the check sees both where there is one.
import { expect, test } from 'vitest';
import { layerProblems, webSources } from '../web/tools/layers.js';

test('no module of web/ imports against the layers, and none in a circle', () => {
  const sources = webSources();
  expect(sources.size).toBeGreaterThan(100);
  expect(layerProblems(sources)).toEqual([]);
});

test('an import from core to torch and one from figure to torch are found', () => {
  const sources = new Map([
    ['core/a.js', "import { b } from '../torch/b.js';"],
    ['torch/b.js', ''],
    ['figure/c/d.js', "export { b } from '../../torch/b.js';"],
  ]);
  expect(layerProblems(sources)).toEqual([
    'core/a.js imports torch/b.js: core may import nothing but itself',
    'figure/c/d.js imports torch/b.js: figure may import core',
  ]);
});

test('a circle is found; types that refer to each other are none', () => {
  const circle = new Map([
    ['core/a.js', "import './b.js';"],
    ['core/b.js', "import { c } from './c.js';"],
    ['core/c.js', "await import('./a.js');"],
  ]);
  expect(layerProblems(circle)).toEqual(['a circle of imports: core/a.js → core/b.js → core/c.js → core/a.js']);
  const types = new Map([
    ['core/a.js', "import './b.js';"],
    ['core/b.js', "/** @typedef {import('./a.js').A} A */"],
  ]);
  expect(layerProblems(types)).toEqual([]);
});

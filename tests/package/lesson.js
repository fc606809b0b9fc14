// What every environment computes with the package, and the text that it must print: seeded numbers through LeakyReLU, their
// gradient, a softmax, and an error, whose class a minifier renames. The text is PyTorch's. On typed arrays likewise.

/** The body of a function that returns the text. */
const body = `
  manual_seed(0);
  const m = nn.LeakyReLU(0.1);
  const input = randn(5, { requires_grad: true });
  m(input).sum().backward();
  const x = input.detach();
  const lines = [m(x), input.grad, F.softmax(x, { dim: 0 })].map(String);
  try {
    nn.Softmax({ dim: 3 })(x);
  } catch (error) {
    lines.push(error.name + ': ' + error.message);
  }
  return lines.join('\\n');
`;

export const expected = `\
tensor([ 1.5410, -0.0293, -0.2179,  0.5684, -0.1085])
tensor([1.0000, 0.1000, 0.1000, 1.0000, 0.1000])
tensor([0.6118, 0.0977, 0.0148, 0.2313, 0.0443])
IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 3)`;

/** The same of torchlet/arrays. */
const arraysBody = `
  const x = Float32Array.of(-2, -1, 0, 1);
  const slope = { negative_slope: 0.1 };
  const results = [
    leaky_relu(x, slope),
    leaky_relu.backward(new Float32Array(4).fill(1), x, slope),
    softmax(x, { shape: [2, 2], dim: 0 }),
  ];
  const lines = results.map((result) => Array.from(result, (value) => value.toFixed(4)).join(' '));
  try {
    softmax(x, { dim: 3 });
  } catch (error) {
    lines.push(error.name + ': ' + error.message);
  }
  return lines.join('\\n');
`;

export const expectedOfArrays = `\
-0.2000 -0.1000 0.0000 1.0000
0.1000 0.1000 0.1000 1.0000
0.1192 0.1192 0.8808 0.8808
IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 3)`;

/** A module whose `lesson()` returns the text; by name, since a bundler may take a name past the module that re-exports it. */
export const moduleOfNames = `import { F, manual_seed, nn, randn } from 'torchlet';\nexport function lesson() {${body}}\n`;

/** The same on typed arrays. */
export const moduleOfArrays = `import { leaky_relu, softmax } from 'torchlet/arrays';\nexport function lesson() {${arraysBody}}\n`;

/** Statements behind which there is that `lesson()`, by require. */
export const lessonOfArrays = `const { leaky_relu, softmax } = require('torchlet/arrays');\nfunction lesson() {${arraysBody}}\n`;

/** Statements behind which there is a function `lesson()`, given an expression for torch. @param {string} torch */
export const lessonOf = (torch) =>
  `const { manual_seed, nn, randn } = ${torch};\nconst F = nn.functional;\nfunction lesson() {${body}}\n`;

/** The same as a module with the default export. */
export const moduleOfDefault = `import torch from 'torchlet';\n${lessonOf('torch')}export { lesson };\n`;

/** A page that shows what its script computes. @param {string} script */
export const pageWith = (script) =>
  `<!doctype html><meta charset="utf-8"><title>a page</title><pre id="output"></pre>${script}`;

/** A page's module that shows the text. */
export const showing =
  "import { lesson } from './lesson.js';\ndocument.querySelector('#output').textContent = lesson();\n";

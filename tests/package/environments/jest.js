// Jest as it is installed: it takes no ES module by require, and runs what a project has in a realm of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ran, tool } from '../kit.js';
import { expected, expectedOfArrays, lessonOf, lessonOfArrays } from '../lesson.js';

/** @typedef {import('./node.js').Environment} Environment */

/** A test that writes what the lesson printed. @param {string} lesson @param {string} name */
const testOf = (lesson, name) => `${lesson}
test('the lesson', () => {
  require('node:fs').writeFileSync(__dirname + '/${name}.txt', lesson());
});
`;

const files = {
  'package.json': '{ "name": "fresh", "private": true }',
  'tensors.test.js': testOf(lessonOf("require('torchlet')"), 'tensors'),
  'arrays.test.js': testOf(lessonOfArrays, 'arrays'),
};

/** @param {import('../kit.js').Kit} kit @param {string[]} flags */
async function tested(kit, flags) {
  const root = await kit.project(files);
  await ran(process.execPath, [tool('jest/bin/jest.js'), ...flags], { cwd: root });
  return ['tensors.txt', 'arrays.txt'].map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
}

const common = { rule: /** @type {const} */ ('must pass'), text: `${expected}\n${expectedOfArrays}` };

/** @type {Environment[]} */
export const jests = [
  { name: 'Jest', ...common, run: (kit) => tested(kit, []) },
  { name: 'Jest: jsdom', ...common, run: (kit) => tested(kit, ['--env', tool('jest-environment-jsdom')]) },
];

// torchlet.iife.js: the package as a classic script, with the one global name `torch`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';

const script = readFileSync(join(import.meta.dirname, '../web/build/torchlet.iife.js'), 'latin1');
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));

test('where no text may be evaluated it computes, and makes the name torch and no other', () => {
  const page = createContext({ atob, WebAssembly }, { codeGeneration: { strings: false } });
  expect(() => runInContext("eval('1')", page)).toThrow('Code generation from strings disallowed');
  const before = Object.keys(page);
  runInContext(script, page);
  expect(Object.keys(page).filter((name) => !before.includes(name))).toEqual(['torch']);
  const lesson = 'torch.manual_seed(0); const m = torch.nn.LeakyReLU(0.1); String(m(torch.randn(5)))';
  expect(runInContext(lesson, page)).toBe('tensor([ 1.5410, -0.0293, -0.2179,  0.5684, -0.1085])');
});

test('it is ASCII, so that a page in any encoding reads it, and begins with its version', () => {
  expect(/[^\t\n -~]/.exec(script)?.[0]).toBe(undefined);
  expect(script.startsWith(`/* torchlet ${version}, MIT */`)).toBe(true);
});

test('it knows no address of its own and fetches nothing', () => {
  expect(/import\.meta|\bfetch\(/.exec(script)?.[0]).toBe(undefined);
});

// How the package is published: the workflow's order and rights, and what package.json and CHANGELOG.md say of the version.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (/** @type {string} */ path) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const workflow = read('.github/workflows/publish.yml');
const { version, scripts } = JSON.parse(read('package.json'));

test('the tests run before the package is published, which comes last and states its provenance', () => {
  const commands = [...workflow.matchAll(/^\s+(?:- )?run: (npm .*)$/gm)].map(([, command]) => command);
  expect(commands[0]).toBe('npm test');
  expect(commands.at(-1)).toBe('npm publish --provenance --access public');
  const called = commands.map((command) => /^npm run (\S+)/.exec(command)?.[1]).filter((name) => name !== undefined);
  expect(called.filter((name) => !(name in scripts))).toEqual([]);
});

test('it may read the code and sign, and no more; there is no token to lose', () => {
  const rights = [...workflow.matchAll(/^\s+([a-z-]+): (?:read|write)\b/gm)].map(([line]) => line.trim());
  expect([...new Set(rights)]).toEqual(['contents: read', 'id-token: write']);
  expect(workflow).not.toContain('secrets.');
});

test('actions are pinned by their major version', () => {
  const uses = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/^actions\/[a-z-]+@v\d+$/);
});

test('the changelog begins with this version, and the versions fall', () => {
  const versions = [
    ...read('CHANGELOG.md').matchAll(/^## \[(\d+)\.(\d+)\.(\d+)\] - (?:unreleased|\d{4}-\d\d-\d\d)$/gm),
  ];
  expect(versions.map(([, ...parts]) => parts.join('.'))[0]).toBe(version);
  const values = versions.map(([, major, minor, patch]) => Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch));
  expect(values).toEqual([...new Set(values)].sort((a, b) => b - a));
  expect(read('CHANGELOG.md').match(/^## /gm)).toHaveLength(versions.length);
});

test('no lock file names a registry', () => {
  for (const path of ['package-lock.json', 'tests/package/package-lock.json', 'tests/bench/package-lock.json']) {
    expect(read(path).match(/"resolved"/g), path).toBe(null);
  }
});

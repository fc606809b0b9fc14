// The layers of web/: which may import which at run time, and that no import leads back to where it came from. See ../../README.md.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { project } from './modules.js';

/** What each folder of web/ may import besides itself and what the build generates. @type {Record<string, string[]>} */
const layers = {
  core: [],
  torch: ['core'],
  figure: ['core'],
  training: ['core', 'torch', 'figure'],
  python: ['core', 'torch'],
  cell: ['figure', 'python'],
  site: [],
  playground: ['core', 'figure', 'offline', 'site'],
  training_page: ['figure', 'training', 'offline', 'site'],
  tutorial: ['figure', 'training', 'cell', 'offline', 'site'],
  scratch: ['figure', 'cell', 'offline', 'site'],
  embed: ['figure'],
  offline: [],
  cli: [],
  docs: [],
  entries: ['core', 'torch'],
};

/** The layer of a path from web/: its folder, or the entries that stand beside the folders. @param {string} path */
const layerOf = (path) => (path.includes('/') ? path.split('/')[0] : 'entries');

/** The source without comments, where types are imported. @param {string} source */
const code = (source) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** The modules of its own package that a module imports at run time, by their paths from web/. @param {string} path @param {string} source */
function importsOf(path, source) {
  const found = code(source).matchAll(/\b(?:from\s*|import\s*\(?\s*|require\(\s*)'(\.{1,2}\/[^']+)'/g);
  return [...found].map(([, to]) => posix.join(posix.dirname(path), to));
}

/**
 * What is against the layers, in words; nothing where all is well.
 * @param {Map<string, string>} sources by their paths from web/
 * @returns {string[]}
 */
export function layerProblems(sources) {
  const graph = new Map([...sources].map(([path, source]) => [path, importsOf(path, source)]));
  const problems = [];
  for (const [path, imports] of graph) {
    const own = layerOf(path);
    if (!(own in layers)) problems.push(`${path}: layers.js knows no layer ${own}`);
    for (const to of imports) {
      const other = layerOf(to);
      const isOutside = to.startsWith('..') || other === 'build';
      if (isOutside || other === own || layers[own]?.includes(other)) continue;
      problems.push(`${path} imports ${to}: ${own} may import ${layers[own]?.join(', ') || 'nothing but itself'}`);
    }
  }
  const circle = circleIn(graph);
  return circle ? [...problems, `a circle of imports: ${circle.join(' → ')}`] : problems;
}

/** The first circle, from a module back to itself. @param {Map<string, string[]>} graph @returns {string[] | null} */
function circleIn(graph) {
  const done = new Set();
  /** @type {(path: string, way: string[]) => string[] | null} */
  const visit = (path, way) => {
    const at = way.indexOf(path);
    if (at >= 0) return [...way.slice(at), path];
    if (done.has(path)) return null;
    for (const to of graph.get(path) ?? []) {
      const circle = visit(to, [...way, path]);
      if (circle) return circle;
    }
    done.add(path);
    return null;
  };
  for (const path of graph.keys()) {
    const circle = visit(path, []);
    if (circle) return circle;
  }
  return null;
}

/** The modules of web/, but for what the build generates and the tools that build. */
export function webSources() {
  const root = join(project, 'web');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const own = paths.filter((path) => /\.c?js$/.test(path) && !/^(build|tools)\//.test(path));
  return new Map(own.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

if (process.argv[1] && import.meta.dirname === dirname(process.argv[1]) && process.argv[1].endsWith('layers.js')) {
  const problems = layerProblems(webSources());
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

// The Node half: one process an operation, so that no peer's memory or failure reaches the next.
import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { peers as known } from './peers/peers.js';

const folder = import.meta.dirname;

/**
 * Where rows are measured.
 * @typedef {object} Place
 * @property {string} title
 * @property {Record<string, string>} absent the ops that torchlet cannot do, with the reason
 * @property {string[]} peers
 * @property {string[]} remarks what the reader should know
 * @property {() => Promise<{ measure: (op: string, n: number, options: import('./measure.js').Options) => Promise<import('./measure.js').Row>, close: () => unknown }>} open
 * @property {() => unknown} close
 */

/** The Node that npm's `node` package would install, from the bench's own dependencies. */
function newerNode() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const paths = Object.keys(optionalDependencies).flatMap((name) =>
    ['bin/node', 'bin/node.exe'].map((path) => join(folder, 'node_modules', name, path)),
  );
  return paths.find((path) => existsSync(path));
}

const major = (/** @type {string} */ version) => Number(/^v(\d+)/.exec(version)?.[1]);

/** The Node to run under: the chosen one, or this one, or a newer one where a peer needs it. @param {string[]} names @param {string} [chosen] */
export function program(names, chosen) {
  if (chosen) return chosen === 'here' ? process.execPath : chosen;
  const suffices = names.every((name) => known[name].node <= major(process.version));
  return suffices ? process.execPath : (newerNode() ?? process.execPath);
}

/** @param {string} path of a Node @param {string} [worker] the process, which says hello first */
export async function started(path, worker = 'worker.js') {
  const child = fork(join(folder, worker), [], {
    execPath: path,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (data) => {
    complaint = `${complaint}${data}`.slice(-2000);
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      const ended = (/** @type {unknown} */ code) =>
        reject(new Error(`the process ended with ${code}: ${complaint.trim()}`));
      child.once('close', ended);
      child.once('message', (message) => {
        child.off('close', ended);
        resolve(/** @type {any} */ (message));
      });
    });
  return { child, answer, hello: /** @type {any} */ (await answer()) };
}

/** @param {string[]} names of peers @param {string} [chosen] a Node, or `here` @returns {Promise<Place>} */
export async function inNode(names, chosen) {
  const path = program(names, chosen);
  const { child, hello } = await started(path);
  child.kill();
  const older = names.filter((name) => known[name].node > major(hello.version));
  const remarks = older.map((name) => {
    const { title, node, why } = known[name];
    return `${title} is left out: it needs Node ${node} (${why}).`;
  });
  if (!chosen && path !== process.execPath) {
    remarks.push(`This is Node ${process.version}, and peers need a newer one: all run under ${hello.version}.`);
  }
  return {
    title: `Node ${hello.version}`,
    absent: hello.absent,
    peers: names.filter((name) => !older.includes(name)),
    remarks,
    async open() {
      const { child, answer } = await started(path);
      return {
        async measure(op, n, options) {
          child.send({ op, n, options });
          const { row, error } = /** @type {any} */ (await answer());
          if (error) throw new Error(error);
          return row;
        },
        close: () => child.kill(),
      };
    },
    close() {},
  };
}

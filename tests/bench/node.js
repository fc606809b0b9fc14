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
 * @property {string[]} offered the ops that torchlet has
 * @property {string[]} peers
 * @property {string[]} remarks what the reader should know
 * @property {() => Promise<{ measure: (op: string, n: number, options: import('./measure.js').Options) => Promise<import('./measure.js').Row>, close: () => unknown }>} open
 * @property {() => unknown} close
 */

/** The Node that npm's `node` package would install, from the bench's own dependencies. */
function newerNode() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(optionalDependencies)) {
    for (const path of ['bin/node', 'bin/node.exe']) {
      const program = join(folder, 'node_modules', name, path);
      if (existsSync(program)) return program;
    }
  }
  return null;
}

/** @param {number} wanted major version @param {boolean} here use the running Node whatever the peers need */
function program(wanted, here) {
  const running = Number(process.versions.node.split('.')[0]);
  const newer = running < wanted && !here ? newerNode() : null;
  return newer ? { path: newer, major: wanted } : { path: process.execPath, major: running };
}

/** @param {string} path of a Node */
async function started(path) {
  const child = fork(join(folder, 'worker.js'), [], { execPath: path, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let complaint = '';
  child.stderr?.on('data', (data) => {
    complaint = `${complaint}${data}`.slice(-2000);
  });
  const answer = () =>
    new Promise((resolve, reject) => {
      const ended = (/** @type {unknown} */ code) => reject(new Error(`the process ended with ${code}: ${complaint.trim()}`));
      child.once('close', ended);
      child.once('message', (message) => {
        child.off('close', ended);
        resolve(/** @type {any} */ (message));
      });
    });
  return { child, answer, hello: /** @type {any} */ (await answer()) };
}

/** @param {string[]} names of peers @param {boolean} here @returns {Promise<Place>} */
export async function inNode(names, here) {
  const { path, major } = program(Math.max(0, ...names.map((name) => known[name].node)), here);
  const { child, hello } = await started(path);
  child.kill();
  const absent = names.filter((name) => known[name].node > major);
  const needs = absent.map((name) => `${known[name].title} is left out: it needs Node ${known[name].node} (${known[name].why})`);
  const chosen = path === process.execPath ? [] : [`This Node is ${process.version}; peers need a newer one: all run under ${hello.version}.`];
  return {
    title: `Node ${hello.version}`,
    offered: hello.offered,
    peers: names.filter((name) => !absent.includes(name)),
    remarks: [...chosen, ...needs],
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

// Running other programs: what they print is kept back unless they fail, and long steps say that they are under way.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A failure that is explained in its message: shown without a stack. */
export class Explained extends Error {}

/** Where `name` stands on PATH, or null. @param {string} name @param {NodeJS.ProcessEnv} [env] */
export function which(name, env = process.env) {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}

/** What a program prints, or null where it cannot be run or fails. @param {string} program @param {string[]} args */
export function ask(program, args, env = process.env) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.trim() : null;
}

/** The last lines of a program's complaint, for a message about it. @param {string} program @param {string[]} args */
export function complaint(program, args, env = process.env) {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', env });
  return error ? error.message : `${stdout}${stderr}`.trim().split('\n').slice(-8).join('\n');
}

const live = process.stderr.isTTY;

/**
 * Runs a program as a step with a title: one line while it runs, and all that it printed if it fails.
 * @param {string} title
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, progress?: (line: string) => string | null }} [options]
 *   progress: turns a line of output into what is shown behind the title
 * @returns {Promise<string>} what it printed
 */
export function step(title, program, args, { cwd, env = process.env, progress } = {}) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let detail = '';
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const show = () => live && process.stderr.write(`\r\x1b[K${title} ${detail} ${seconds()} s`);
    // Where there is no terminal to rewrite a line on, a line a half-minute says that it goes on.
    const timer = setInterval(
      live ? show : () => console.error(`${title} ${detail} ${seconds()} s`),
      live ? 500 : 30_000,
    );
    if (live) show();
    else console.error(`${title} ...`);
    const take = (/** @type {Buffer} */ data) => {
      output += data;
      for (const line of String(data).split('\n')) detail = progress?.(line) ?? detail;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const end = (/** @type {Error | null} */ error) => {
      clearInterval(timer);
      if (live) process.stderr.write(`\r\x1b[K${error ? '' : `${title} (${seconds()} s)\n`}`);
      if (error) reject(error);
      else resolve(output);
    };
    child.on('error', (error) => end(new Explained(`${title}: ${program} cannot be run (${error.message})`)));
    child.on('close', (code, signal) => {
      if (code === 0) return end(null);
      end(new Explained(`${output.slice(-8000)}\n${title}: ${program} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}

/** Runs a program on this terminal. Rejects with its exit code. @param {string} program @param {string[]} args */
export function run(program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: 'inherit' });
    child.on('error', (error) => reject(new Explained(`${program} cannot be run (${error.message})`)));
    child.on('close', (code) => (code === 0 ? resolve(undefined) : reject(Object.assign(new Explained(''), { code }))));
  });
}

/**
 * Does the work while no other process does: a second `npm start` waits for the first one's set-up.
 * @template T
 * @param {string} path of the lock
 * @param {() => Promise<T>} work
 */
export async function locked(path, work) {
  let said = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (!isAlive(path)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!said) console.error(`Waiting for another process that is setting up (${path}) ...`);
    said = true;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function isAlive(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  const pid = Number(readFileSync(path, 'utf8'));
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

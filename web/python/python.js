// Python programs in the page: run(source) parses, compiles to functions and runs, yielding so that the page stays alive.

import './compile/expressions.js';
import './compile/calls.js';
import './compile/comprehensions.js';
import { docOf } from './compile/functions.js';
import './compile/statements.js';
import './compile/handling.js';
import './compile/delegating.js';
import './compile/classes.js';
import './compile/imports.js';
import { Context, compile, Frame } from './compile/compiler.js';
import { collect, Scope } from './compile/scope.js';
import { block } from './compile/statements.js';
import { leaving, pythonError } from './errors/convert.js';
import { messageOf, tracebackOf } from './errors/traceback.js';
import { importedBy, loadFor, prepareGlobals } from './host/table.js';
import { machine, Session } from './session.js';
import { parse } from './syntax/tree.js';
import './text/percent.js';
import { repr, str } from './text/repr.js';
import { isException, raised } from './values/exceptions.js';
import { kTick } from './values/iterators.js';
import { typeOf } from './values/types.js';

export { problemOf } from './problem.js';

/**
 * @typedef {object} Options
 * @property {(text: string) => void} [print] gets what the program prints, as it is written
 * @property {(text: string) => void} [warn] gets warnings
 * @property {(svg: string, facts: { title: string, series: any[] }) => void} [show] gets figures as SVG text, with what is drawn in them
 * @property {Session} [session] of createSession(); without one each run is a fresh process
 * @property {AbortSignal} [signal] ends the run by KeyboardInterrupt
 * @property {number} [maxSteps] after so many turns of loops and calls the run ends by RuntimeError
 * @property {string} [filename] in tracebacks: '<stdin>' unless given
 */

/** What an uncaught exception of a program is to JavaScript. */
export class PythonError extends Error {
  /** @param {string} name Python's class @param {string} message @param {string} traceback as CPython 3.11 writes it, without carets @param {string | null} hint a line of ours for beginners */
  constructor(name, message, traceback, hint) {
    super(message);
    this.name = name;
    this.traceback = traceback;
    this.hint = hint;
  }
}

/** A session, which keeps the names of one run for the next, as the cells of a notebook share theirs. */
export const createSession = () => new Session();

/** Gives the page its turn. */
function pause() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}

/** Waits for the run that a session is in: one at a time. @type {WeakMap<Session, Promise<any>>} */
const running = new WeakMap();

/**
 * Runs a program. The promise resolves, when it has ended, to the repr of the value of its last expression, or null.
 * @param {string} source
 * @param {Options} [options]
 * @returns {Promise<string | null>}
 */
export async function run(source, options = {}) {
  const session = options.session ?? new Session();
  const before = running.get(session);
  const own = (async () => {
    await before?.catch(() => {});
    return execute(source, session, options);
  })();
  running.set(session, own);
  return own;
}

/**
 * Loads the modules that a program imports, so that its run begins at once. One that cannot be read, or whose modules cannot be
 * loaded, is left to its run to say so.
 * @param {string} source
 */
export async function prepare(source) {
  const text = unixLines(source);
  try {
    await loadFor(importedBy(parse(text, '<stdin>').body), text);
  } catch {}
}

/** @param {string} source */
const unixLines = (source) => source.replace(/\r\n?/g, '\n');

/** @param {string} source @param {Session} session @param {Options} options */
async function execute(
  source,
  session,
  { print = () => {}, warn = () => {}, show = () => {}, signal, maxSteps, filename = '<stdin>' },
) {
  session.print = print;
  session.warn = warn;
  session.show = show;
  session.printed = 0;
  const state = {
    steps: 0,
    maxSteps: maxSteps ?? Number.POSITIVE_INFINITY,
    depth: 0,
    frame: null,
    handled: null,
    isStopped: () => signal?.aborted === true,
  };
  const text = unixLines(source);
  session.sources.set(filename, text.split('\n'));
  try {
    if (signal?.aborted) throw raised('KeyboardInterrupt');
    const program = parse(text, filename);
    const imports = importedBy(program.body);
    await loadFor(imports, text);
    machine.session = session;
    const main = prepared(program, imports, filename, session);
    const value = await driven(main, session, state).catch((thrown) => exited(thrown, session));
    machine.session = session;
    for (const end of session.atEnd) end();
    return value;
  } catch (thrown) {
    const error = pythonError(thrown);
    const type = typeOf(error);
    const made = new PythonError(
      type.name,
      messageOf(error),
      tracebackOf(error, session.sources),
      await helped(error, text),
    );
    if (error.origin) made.cause = error.origin;
    throw made;
  }
}

/** sys.exit() ends a program as its last line does; a text that it was given goes to stderr. @param {any} thrown @param {Session} session */
function exited(thrown, session) {
  if (!isException(thrown, 'SystemExit')) throw thrown;
  const [code = null] = thrown.args;
  if (code !== null && typeof code !== 'bigint') session.warn(`${str(code)}\n`);
  return null;
}

/** A line for beginners, whose texts are loaded when a program first fails. @param {any} error @param {string} text */
async function helped(error, text) {
  try {
    return (await import('./errors/hints.js')).hintFor(error, text);
  } catch {
    return null; // without a network the error stands alone
  }
}

/** @param {Generator<any, any, any>} main @param {Session} session @param {Record<string, any>} state of the machine for this run */
async function driven(main, session, state) {
  for (;;) {
    Object.assign(machine, { session, ...state });
    const surroundings = [...machine.surroundings];
    for (const { enter } of surroundings) enter(session);
    machine.begin();
    machine.next = machine.steps + 1;
    let next;
    try {
      next = main.next();
      while (!next.done && typeof next.value === 'object' && next.value?.until === undefined) next = main.next();
    } finally {
      for (const { leave } of surroundings) leave(session);
      for (const key of Object.keys(state)) state[key] = /** @type {any} */ (machine)[key];
    }
    if (next.done) return next.value;
    if (next.value === kTick) await pause();
    else await waited(next.value.until, state.isStopped);
  }
}

/** Waits until a time, or until the page asks for an end. @param {number} until @param {() => boolean} isStopped */
async function waited(until, isStopped) {
  while (performance.now() < until && !isStopped()) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(50, until - performance.now())));
  }
}

/** @param {ReturnType<typeof parse>} program @param {string[]} imports @param {string} filename @param {Session} session @returns {Generator<any, any, any>} */
function prepared({ body, source: read }, imports, filename, session) {
  const scope = new Scope('module', null);
  collect(body, scope, read);
  prepareGlobals(session, imports, filename, docOf(body));
  const context = new Context(scope, session, read);
  const last = body.at(-1);
  const echoes = last?.kind === 'Expr';
  const statements = block(
    echoes
      ? [...body.slice(0, -1), { kind: 'Pass', line: last.line, from: last.from }]
      : body.length > 0
        ? body
        : [{ kind: 'Pass', line: 1, from: 0 }],
    context,
  );
  if (echoes) context.line = last.line;
  const value = echoes ? compile(last.value, context) : null;
  const frame = new Frame(0, null, { name: '<module>', file: filename });
  return main(frame, statements, value, last?.line ?? 1);
}

/** @param {Frame} frame @param {import('./compile/compiler.js').Run} statements @param {import('./compile/compiler.js').Run | null} value @param {number} line @returns {Generator<any, any, any>} */
function* main(frame, statements, value, line) {
  machine.frame = frame;
  try {
    if (statements.gen) yield* statements.gen(frame);
    else statements(frame);
    if (value === null) return null;
    frame.line = line;
    const result = value.gen ? yield* value.gen(frame) : value(frame);
    return result === null ? null : repr(result);
  } catch (thrown) {
    throw leaving(thrown, frame);
  }
}

// What NumPy keeps in a session: print options, what errors of arithmetic do, warnings that were shown; and how it warns.

import { isTaken } from '../../errors/warned.js';
import { currentSession, raised } from '../../host/protocol.js';
/** @typedef {import('../../values/dict.js').Dict} Dict */
import { machine } from '../../session.js';

const fresh = () => ({
  options: {
    precision: 8,
    threshold: 1000,
    edgeitems: 3,
    linewidth: 75,
    suppress: false,
    floatmode: 'maxprec',
    sign: '-',
    nanstr: 'nan',
    infstr: 'inf',
    /** @type {Dict | null} functions that write elements, by their kinds */ formatter: null,
  },
  errors: /** @type {Record<string, string>} */ ({ divide: 'warn', over: 'warn', under: 'ignore', invalid: 'warn' }),
  warned: new Set(),
  /** @type {any} the generator of np.random's functions */ generator: null,
});

/** @returns {ReturnType<typeof fresh>} */
export const state = () => currentSession().state('numpy', fresh);

const words = { divide: 'divide by zero', over: 'overflow', invalid: 'invalid value' };

/** Says that arithmetic met what it does not like. @param {'divide' | 'over' | 'invalid'} kind @param {string} name of the function */
export function complain(kind, name) {
  const how = state().errors[kind];
  if (how === 'ignore') return;
  const text = `${words[kind]} encountered in ${name}`;
  if (how === 'raise') throw raised('FloatingPointError', text);
  warn('RuntimeWarning', text);
}

/** Warns as Python does, once for a place. @param {string} category @param {string} text */
export function warn(category, text) {
  const session = currentSession();
  if (isTaken(session, text, category)) return;
  const { warned } = state();
  const frame = machine.frame;
  const place = frame === null ? '' : `${frame.code.file}:${frame.line}: `;
  const key = `${place}${category}: ${text}\n`;
  if (warned.has(key)) return;
  warned.add(key);
  const source = frame === null ? undefined : session.sources.get(frame.code.file)?.[frame.line - 1]?.trim();
  session.warn(`${key}${source ? `  ${source}\n` : ''}`);
}

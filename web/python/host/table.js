// Which modules a program can import: one line each. A module is made once a session.

import { modules } from '../compile/imports.js';
import { machine } from '../session.js';

/** @typedef {import('../session.js').Session} Session */

/** By their names: what makes them. @type {Record<string, (session: Session) => import('../values/containers.js').Module>} */
const table = {};

modules.find = (name) =>
  Object.hasOwn(table, name) ? machine.session.state(`module ${name}`, () => table[name](machine.session)) : undefined;

/** The names that a program finds before it runs. @param {Session} session @param {any[]} body @param {string} filename */
export function prepareGlobals(session, body, filename) {
  const { globals } = session;
  if (!globals.has('__name__')) globals.set('__name__', '__main__').set('__file__', filename).set('__doc__', null);
  void body;
}

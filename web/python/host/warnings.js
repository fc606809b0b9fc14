// The module warnings: what a program warns of, and what it keeps from being shown.

import { filterOf, isTaken } from '../errors/warned.js';
import { addMethods } from '../operations/arguments.js';
import { call } from '../operations/objects.js';
import { truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { str } from '../text/repr.js';
import { exceptions } from '../values/exceptions.js';
import { builtinType, Instance, isInstance, Member, typeOf } from '../values/types.js';
import { fn, hostModule } from './protocol.js';

/** What `catch_warnings(record=True)` lists. */
const message = builtinType('WarningMessage', undefined, 'warnings');
for (const name of ['message', 'category']) message.dict.set(name, new Member((one) => one.told[name]));

/** warnings.catch_warnings: within it the filter is its own. */
function catching() {
  const type = builtinType('catch_warnings', undefined, 'warnings');
  type.make = (own, _, keywords) =>
    Object.assign(new Instance(own), { records: truth(keywords.get('record') ?? false) });
  addMethods(
    type,
    {
      __enter__: (self) => {
        const filter = filterOf(machine.session);
        self.before = { ...filter };
        if (!self.records) return null;
        /** @type {any[]} */ const list = [];
        filter.record = (told) => list.push(Object.assign(new Instance(message), { told }));
        return list;
      },
      __exit__: (self) => {
        Object.assign(filterOf(machine.session), self.before);
        return false;
      },
    },
    { __exit__: [3, 3] },
  );
  return type;
}

const warn = fn('warn', ([given, named = exceptions.UserWarning], keywords) => {
  const asked = keywords.get('category') ?? named;
  const isMade = isInstance(given, exceptions.Warning);
  const category = isMade ? typeOf(given) : asked;
  const error = isMade ? given : call(category, [given]);
  if (!isTaken(machine.session, error, category)) machine.session.warn(`${category.name}: ${str(error)}\n`);
  return null;
});

/** Of all warnings: those that are picked by text or category are not told apart. @param {string} name */
const setting = (name) =>
  fn(name, ([action], keywords) => {
    const own = action ?? keywords.get('action');
    filterOf(machine.session).action = /^(ignore|error)$/.test(own) ? own : 'default';
    return null;
  });

/** @returns {import('../values/containers.js').Module} */
export const warnings = () =>
  hostModule('warnings', {
    warn,
    filterwarnings: setting('filterwarnings'),
    simplefilter: setting('simplefilter'),
    resetwarnings: fn('resetwarnings', () => {
      filterOf(machine.session).action = 'default';
      return null;
    }),
    catch_warnings: catching(),
  });

// The module warnings: what a program warns of, and what it keeps from being shown.

import { filterOf, isTaken } from '../errors/warned.js';
import { addMethods, bound } from '../operations/arguments.js';
import { call } from '../operations/objects.js';
import { truth } from '../operations/truth.js';
import { machine } from '../session.js';
import { repr, str } from '../text/repr.js';
import { exceptions, raised } from '../values/exceptions.js';
import { builtinType, Instance, isInstance, Member, nameOf, Type, typeOf } from '../values/types.js';
import { fn, hostModule } from './protocol.js';

/** What `catch_warnings(record=True)` lists. */
const message = builtinType('WarningMessage', undefined, 'warnings');
for (const name of ['message', 'category', 'filename', 'lineno'])
  message.dict.set(name, new Member((one) => one.told[name]));

/** warnings.catch_warnings: within it the filter is its own. */
function catching() {
  const type = builtinType('catch_warnings', undefined, 'warnings');
  type.make = (own, _, keywords) =>
    Object.assign(new Instance(own), {
      records: truth(keywords.get('record') ?? false),
      action: keywords.get('action') ?? null,
    });
  addMethods(
    type,
    {
      __enter__: (self) => {
        const filter = filterOf(machine.session);
        self.before = { ...filter, rules: [...filter.rules] };
        if (self.action !== null) addRule(self.action);
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

const warn = fn('warn', (args, keywords) => {
  const names = ['message', 'category?', 'stacklevel?', 'source?'];
  const [given, asked] = bound('warn', names, args, keywords);
  const isMade = isInstance(given, exceptions.Warning);
  const category = isMade ? typeOf(given) : (asked ?? exceptions.UserWarning);
  if (!(category instanceof Type && category.derivesFrom(exceptions.Warning)))
    throw raised('TypeError', `category must be a Warning subclass, not '${nameOf(category)}'`);
  const error = isMade ? given : call(category, [given]);
  if (!isTaken(machine.session, error, category)) machine.session.warn(`${category.name}: ${str(error)}\n`);
  return null;
});

/** Adds a rule. @param {string} action @param {any} [category] @param {string} [text] that messages begin with */
function addRule(action, category = exceptions.Warning, text = '') {
  if (!/^(error|ignore|always|default|module|once)$/.test(action))
    throw raised('AssertionError', `invalid action: ${repr(action)}`);
  const rule = { action, category, text: text === '' ? null : new RegExp(`^(?:${text})`, 'i') };
  filterOf(machine.session).rules.unshift(rule);
  return null;
}

/** @returns {import('../values/containers.js').Module} */
export const warnings = () =>
  hostModule('warnings', {
    warn,
    filterwarnings: fn('filterwarnings', (args, keywords) => {
      const names = ['action', 'message?', 'category?', 'module?', 'lineno?', 'append?'];
      const [action, text, category] = bound('filterwarnings', names, args, keywords);
      return addRule(action, category, text);
    }),
    simplefilter: fn('simplefilter', (args, keywords) => {
      const [action, category] = bound('simplefilter', ['action', 'category?', 'lineno?', 'append?'], args, keywords);
      return addRule(action, category);
    }),
    resetwarnings: fn('resetwarnings', () => {
      filterOf(machine.session).rules = [];
      return null;
    }),
    catch_warnings: catching(),
  });

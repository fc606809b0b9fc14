// no_grad and its like: in `with`, and as decorators of functions.

import { is_grad_enabled, set_grad_enabled } from '../../torch/autograd/grad_mode.js';
import { addMethod, addMethods } from '../operations/arguments.js';
import { call } from '../operations/objects.js';
import { raised } from '../values/exceptions.js';
import { PyFunction } from '../values/functions.js';
import { PyGenerator } from '../values/iterators.js';
import { Builtin, builtinType, Instance, nameOf } from '../values/types.js';

/** @template T @param {boolean} mode @param {() => T} run */
function inMode(mode, run) {
  const before = is_grad_enabled();
  set_grad_enabled(mode);
  try {
    return run();
  } finally {
    set_grad_enabled(before);
  }
}

/** A generator that goes on in a mode, each time it is asked. @param {boolean} mode @param {any} generator */
function paced(mode, generator) {
  const { source } = generator;
  const step = (/** @type {string} */ way) => (/** @type {any} */ value) => inMode(mode, () => source[way](value));
  generator.source = {
    next: step('next'),
    throw: step('throw'),
    return: step('return'),
    [Symbol.iterator]() {
      return this;
    },
  };
  return generator;
}

/** Runs a function in a mode. @param {boolean} mode @param {any} callee */
function wrapped(mode, callee) {
  const run = (/** @type {any[]} */ args, /** @type {Map<string, any>} */ keywords) => {
    const made = inMode(mode, () => call(callee, args, keywords));
    const isOwn = made instanceof PyGenerator && callee instanceof PyFunction && made.qualname === callee.qualname;
    return isOwn ? paced(mode, made) : made;
  };
  const made = new Builtin(callee.name ?? 'function', run);
  made.qualname = callee.qualname ?? made.name;
  made.doc = callee.doc ?? null;
  made.module = callee.module ?? null;
  made.kind = 'function';
  if (callee instanceof PyFunction && callee.code.steps) {
    made.steps = function* (args, keywords) {
      const before = is_grad_enabled();
      set_grad_enabled(mode);
      try {
        return yield* /** @type {any} */ (callee.code.steps)(callee, args, keywords);
      } finally {
        set_grad_enabled(before);
      }
    };
  }
  return made;
}

/**
 * A class like torch.no_grad.
 * @param {string} name
 * @param {(args: any[], keywords: Map<string, any>) => boolean} modeOf
 * @param {boolean} sets whether making one sets the mode
 */
function context(name, modeOf, sets = false) {
  const type = builtinType(name, undefined, 'torch.autograd.grad_mode');
  type.make = (own, args, keywords) => {
    if (args.length === 1 && args[0] instanceof PyFunction) return wrapped(modeOf([], keywords), args[0]);
    const made = /** @type {any} */ (new Instance(own));
    made.mode = modeOf(args, keywords);
    made.before = [];
    if (sets) {
      made.before.push(is_grad_enabled());
      set_grad_enabled(made.mode);
    }
    return made;
  };
  addMethods(type, {
    __enter__: (self) => {
      if (!sets || self.before.length === 0) self.before.push(is_grad_enabled());
      set_grad_enabled(self.mode);
    },
    __exit__: (self, _type, _error, _traceback) => {
      set_grad_enabled(self.before.pop());
      return false;
    },
  });
  addMethod(type, '__call__', (self, [callee]) => {
    if (sets) set_grad_enabled(self.before.pop());
    return wrapped(self.mode, callee);
  });
  return type;
}

export const contexts = {
  no_grad: context('no_grad', () => false),
  enable_grad: context('enable_grad', () => true),
  inference_mode: context(
    'inference_mode',
    (args, keywords) => (args[0] ?? keywords.get('mode') ?? true) === false && is_grad_enabled(),
  ),
  set_grad_enabled: context(
    'set_grad_enabled',
    (args, keywords) => {
      const mode = args[0] ?? keywords.get('mode');
      if (mode === undefined)
        throw raised('TypeError', "set_grad_enabled.__init__() missing 1 required positional argument: 'mode'");
      if (typeof mode !== 'boolean')
        throw raised(
          'TypeError',
          `set_grad_enabled(): argument 'enabled' (position 1) must be bool, not ${nameOf(mode ?? null)}`,
        );
      return mode;
    },
    true,
  ),
};

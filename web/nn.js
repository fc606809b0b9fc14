// torch.nn: the activations as modules that are called like functions, built from the table.
import { isTensor } from './base.js';
import { activations } from './build/table.js';
import { NotImplementedError, ValueError } from './errors.js';
import { formatFloat } from './format.js';
import { functional, torchFunctions, truth } from './functional.js';
import { namespace } from './namespace.js';
import { bindPython, typeName } from './signature.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./kernels.js').Activation} Activation
 */

const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * The base of all modules. A module is a function of its input: `const m = nn.ReLU(); const y = m(x)`.
 */
export class Module {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: an instance must be a function, so that it can be called
    return callable(new.target);
  }

  /** Whether the module is in training mode; none of the activations here behaves differently. @type {boolean} */
  get training() {
    return true;
  }
  set training(mode) {
    Object.defineProperty(this, 'training', { value: mode, configurable: true, writable: true });
  }

  /** Sets the mode and returns the module. @param {boolean} [mode] */
  train(mode = true) {
    if (typeof mode !== 'boolean') throw new ValueError('training mode is expected to be boolean');
    this.training = mode;
    return this;
  }

  /** The same as train(false). */
  eval() {
    return this.train(false);
  }

  /** Learnable parameters: the activations here have none. @returns {IterableIterator<Tensor>} */
  parameters() {
    return /** @type {Tensor[]} */ ([]).values();
  }

  /** What the module does with its input. @param {...any} _args @returns {Tensor} */
  forward(..._args) {
    throw new NotImplementedError(`Module [${this.constructor.name}] is missing the required "forward" function`);
  }

  /** What `print` shows between the parentheses. */
  extra_repr() {
    return '';
  }

  toString() {
    return `${this.constructor.name}(${this.extra_repr()})`;
  }

  [inspect]() {
    return this.toString();
  }
}
// What is called keeps what functions have: call, apply, bind.
Object.setPrototypeOf(Module.prototype, Function.prototype);

/**
 * An instance that can be called: a function whose prototype is the class's.
 * @param {{ prototype: object }} type
 */
function callable(type) {
  const module = /** @type {any} */ ((/** @type {any[]} */ ...args) => module.forward(...args));
  delete module.name;
  delete module.length;
  return Object.setPrototypeOf(module, type.prototype);
}

/**
 * A number as the module's text shows it: an integral one that the caller passed is Python's int (beyond 2^53 only a float is
 * meant), a default is a float.
 * @param {unknown} value
 * @param {boolean} isDefault
 * @returns {string}
 */
function shown(value, isDefault) {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !isDefault && !Object.is(value, -0)
      ? BigInt(value).toString()
      : formatFloat(value);
  }
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value === null) return 'None';
  if (isTensor(value) && value.shape.length === 0) return shown(Number(value.item()), true);
  if (Array.isArray(value))
    return `[${value.map((item) => (typeof item === 'string' ? `'${item}'` : shown(item, false))).join(', ')}]`;
  return String(value);
}

/** The constructor's parameters, without their defaults where `bare`. @param {Activation} activation @param {boolean} [bare] */
function constructorParameters({ parameters, inplace }, bare = false) {
  const all = [...parameters, ...(inplace ? [{ name: 'inplace', default: false }] : [])];
  return all.map((p) => ({ name: p.name, default: bare ? undefined : p.default }));
}

/** The arguments after the input that forward hands to the function. @param {Activation} activation */
const passedOn = (activation) => constructorParameters(activation).map((p) => p.name);

/**
 * The function that PyTorch's forward calls: the native one where the module has no parameters, else nn.functional's.
 * @param {Activation} activation
 * @returns {(...args: any[]) => Tensor}
 */
function operationOf({ functional: name, parameters, inplace }) {
  if (parameters.length === 0 && !inplace) return /** @type {any} */ (torchFunctions)[name];
  return /** @type {any} */ (functional)[name];
}

/** torch.nn's class of an activation. @param {Activation} activation */
function moduleClass(activation) {
  const { module: name } = activation;
  const parameters = constructorParameters(activation);
  const bare = constructorParameters(activation, true);
  const names = passedOn(activation);
  const operation = operationOf(activation);
  const forwardParameters = ['input', { name: 'out', default: null, keyword: true }];
  /** Which attributes of a module still stand as the signature has them. @type {WeakMap<object, Set<string>>} */
  const untouched = new WeakMap();

  /** @param {unknown[]} args */
  function type(...args) {
    const values = bindPython(`${name}.__init__`, parameters, args, true);
    names.forEach((attribute, i) => checkAttribute(activation, attribute, values[i]));
    const module = callable(type);
    names.forEach((attribute, i) => {
      module[attribute] = values[i];
    });
    const passed = bindPython(name, bare, args, true);
    untouched.set(module, new Set(names.filter((_, i) => passed[i] === undefined)));
    return module;
  }

  const members = {
    /** @this {any} @param {any[]} args @returns {Tensor} */
    forward(...args) {
      const [input, out] = bindPython(`${name}.forward`, forwardParameters, args, true);
      const values = names.map((attribute) => this[attribute]);
      return out === null ? operation(input, ...values) : operation(input, ...values, { out });
    },
    /** @this {any} @returns {string} */
    extra_repr() {
      const kept = untouched.get(this);
      const isDefault = (/** @type {{ name: string, default: unknown }} */ p) =>
        (kept?.has(p.name) ?? false) && Object.is(this[p.name], p.default);
      const parts = activation.parameters.map((p) => `${p.name}=${shown(this[p.name], isDefault(p))}`);
      if (activation.inplace && truth(this.inplace)) parts.push('inplace=True');
      return parts.join(', ');
    },
  };
  Object.defineProperty(type, 'name', { value: name });
  Object.defineProperty(type, 'toString', { value: () => `<class 'torch.nn.modules.activation.${name}'>` });
  Object.setPrototypeOf(type, Module);
  type.prototype = Object.create(Module.prototype, Object.getOwnPropertyDescriptors({ constructor: type, ...members }));
  return type;
}

/** @param {Activation} activation @param {string} name @param {unknown} value */
function checkAttribute(activation, name, value) {
  const type = activation.parameters.find((p) => p.name === name)?.type;
  if (type !== 'dim' || value === null || typeof value === 'bigint' || Number.isInteger(value)) return;
  const python = isTensor(value) ? 'torch.Tensor' : typeName(value);
  throw new TypeError(`dim must be an int or None, got <class '${python}'>`);
}

/** torch.nn. @type {import('./build/activations.js').ActivationModules & { Module: typeof Module, functional: typeof functional }} */
export const nn = namespace(
  'torch.nn',
  /** @type {any} */ ({
    Module,
    functional,
    ...Object.fromEntries(activations.map((a) => [a.module, moduleClass(a)])),
  }),
);

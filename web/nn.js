// torch.nn: the activations as modules that are called like functions, built from the table.
import { rowwise } from './activation.js';
import { isTensor } from './base.js';
import { activations } from './build/table.js';
import { empty } from './creation.js';
import { AttributeError, ValueError } from './errors.js';
import { functional, torchFunctions } from './functional.js';
import { prepareHardtanh } from './hardtanh.js';
import { Module, moduleClass } from './module.js';
import { namespace } from './namespace.js';
import { Parameter } from './parameter.js';
import { quoted, shown } from './repr.js';
import { bindPython, truth, typeName } from './signature.js';

export { Module };

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./kernels.js').Activation} Activation
 */

/** What forward takes: the input and our own keyword. */
const forwardParameters = ['input', { name: 'out', default: null, keyword: true }];

/**
 * @param {string} name of the class
 * @param {any[]} args
 * @returns {[input: any, out: any]} undefined where no `out` is given
 */
function bindForward(name, args) {
  const [first, second] = args;
  if (isTensor(first)) {
    if (args.length === 1) return [first, undefined];
    if (args.length === 2 && isTensor(second?.out) && Object.keys(second).length === 1) return [first, second.out];
  }
  const [input, out] = bindPython(`${name}.forward`, forwardParameters, args, true);
  return [input, out ?? undefined];
}

/** What the constructors of some classes do beyond storing what they get: `passed` has undefined for what was not given. @type {Record<string, (passed: Record<string, any>, fallback: (name: string) => unknown) => void>} */
const preparations = { Hardtanh: prepareHardtanh, LogSoftmax: checkDim, Softmax: checkDim };

/** @param {Record<string, any>} passed */
function checkDim({ dim = null }) {
  if (dim === null || typeof dim === 'bigint' || Number.isInteger(dim)) return;
  const python = isTensor(dim) ? 'torch.Tensor' : typeName(dim);
  throw new TypeError(`dim must be an int or None, got <class '${python}'>`);
}

/** Parameters of a constructor that are older names of others, and no attributes. @type {Record<string, string[]>} */
const olderNames = { Hardtanh: ['min_value', 'max_value'] };

/** A class that is another one of these arguments, whose forward it has. @type {Record<string, { module: string, [attribute: string]: any }>} */
const kinds = { ReLU6: { module: 'Hardtanh', min_val: 0, max_val: 6 } };

/** Classes whose text does not tell that they work in place. */
const silent = ['Hardsigmoid', 'Hardswish'];

/**
 * The function that PyTorch's forward calls: the native one where the module has no parameters, else nn.functional's.
 * @param {Activation} activation
 * @returns {(...args: any[]) => Tensor}
 */
function operationOf({ functional: name = '', parameters, inplace }) {
  const isBare = parameters.length === 0 && !inplace && name in torchFunctions;
  return /** @type {any} */ (isBare ? torchFunctions : functional)[name];
}

/** torch.nn's class of an activation. @param {Activation} activation */
function activationClass(activation) {
  const { inplace } = activation;
  const name = /** @type {string} */ (activation.module);
  const parameters = [
    ...activation.parameters,
    ...(inplace ? [{ name: 'inplace', default: false, type: 'bool' }] : []),
  ];
  const taken = parameters.map((p) => (p.default === undefined ? p.name : { name: p.name, default: undefined }));
  const bound = [...taken, ...(olderNames[name] ?? []).map((older) => ({ name: older, default: undefined }))];
  const fallback = (/** @type {string} */ own) => parameters.find((p) => p.name === own)?.default;
  const { module: forwardOf, ...fixed } = kinds[name] ?? { module: name };
  const operation = operationOf(activations.find((a) => a.module === forwardOf) ?? activation);
  // In the order of the function's arguments; a choice is keyword only.
  const choices = activation.parameters.filter((p) => p.choices).map((p) => p.name);
  const names = [...Object.keys(fixed), ...parameters.map((p) => p.name)].filter((own) => !choices.includes(own));
  if (activation.functional === 'rrelu') names.splice(2, 0, 'training');
  /** Which attributes of a module still stand as the signature has them. @type {WeakMap<object, Set<string>>} */
  const untouched = new WeakMap();

  /** @param {any} module @param {unknown[]} args */
  function construct(module, args) {
    const values = bindPython(`${name}.__init__`, bound, args, true);
    const passed = Object.fromEntries(bound.map((p, i) => [typeof p === 'string' ? p : p.name, values[i]]));
    preparations[name]?.(passed, fallback);
    Object.assign(module, fixed);
    for (const p of parameters) module[p.name] = passed[p.name] === undefined ? p.default : passed[p.name];
    untouched.set(module, new Set(parameters.map((p) => p.name).filter((own) => passed[own] === undefined)));
  }

  /** @param {any} module @param {import('./kernels.js').Parameter} p */
  function part(module, p) {
    const value = module[p.name];
    if (p.choices) return `${p.name}=${quoted(value)}`;
    const isFloat = p.type === 'float' && Object.is(value, p.default) && (untouched.get(module)?.has(p.name) ?? false);
    return p.name === 'lambd' ? shown(value, isFloat) : `${p.name}=${shown(value, isFloat)}`;
  }

  return moduleClass(name, construct, {
    /** @this {any} @param {any[]} args @returns {Tensor} */
    forward(...args) {
      const [input, out] = bindForward(forwardOf, args);
      const keywords = /** @type {any} */ ({ out });
      for (const choice of choices) keywords[choice] = this[choice];
      return operation(input, ...names.map((own) => this[own]), keywords);
    },
    /** @this {any} @returns {string} */
    extra_repr() {
      const parts = activation.parameters.map((p) => part(this, p));
      if (inplace && !silent.includes(name) && truth(this.inplace)) parts.push('inplace=True');
      return parts.join(', ');
    },
  });
}

/** torch.nn.Softmax2d, a module alone. @param {Activation} activation */
function softmax2dClass(activation) {
  const name = /** @type {string} */ (activation.module);
  return moduleClass(name, (_, args) => bindPython(`${name}.__init__`, [], args, true), {
    /** @param {any[]} args */
    forward(...args) {
      const [input, out = null] = bindForward(name, args);
      if (!isTensor(input)) throw new AttributeError(`'${typeName(input)}' object has no attribute 'dim'`);
      const rank = input.shape.length;
      if (rank !== 3 && rank !== 4)
        throw new ValueError(`${name}: expected input to be 3D or 4D, got ${rank}D instead`);
      return rowwise(activation, 'softmax', out, input, -3);
    },
  });
}

/** torch.nn.PReLU, whose slope is learned. @param {Activation} activation */
function preluClass({ module, parameters }) {
  const name = /** @type {string} */ (module);
  const signature = [
    { name: 'num_parameters', default: 1 },
    { name: 'init', default: parameters[0].default },
    { name: 'device', default: null },
    { name: 'dtype', default: null },
  ];
  return moduleClass(
    name,
    (module, args) => {
      const [count, init, device, dtype] = /** @type {any[]} */ (bindPython(`${name}.__init__`, signature, args, true));
      let weight = /** @type {any} */ (null);
      Object.defineProperty(module, 'weight', {
        enumerable: true,
        get: () => weight,
        set(value) {
          if (value !== null && !(value instanceof Parameter)) {
            const type = isTensor(value) ? value.dtype.legacy : typeName(value);
            throw new TypeError(`cannot assign '${type}' as parameter 'weight' (torch.nn.Parameter or None expected)`);
          }
          weight = value;
        },
      });
      module.num_parameters = count;
      module.init = init;
      weight = new Parameter(empty(/** @type {any} */ (count), { device, dtype }));
      module.reset_parameters();
    },
    {
      /** @this {any} */
      reset_parameters() {
        this.weight.detach().fill_(this.init);
      },
      /** @this {any} @param {any[]} args */
      forward(...args) {
        const [input, out] = bindForward(name, args);
        return functional.prelu(input, this.weight, { out });
      },
      /** @this {any} */
      extra_repr() {
        return `num_parameters=${shown(this.num_parameters, false)}`;
      },
    },
  );
}

/** @type {Record<string, (activation: Activation) => unknown>} */
const classes = { softmax2d: softmax2dClass, prelu: preluClass };

/** torch.nn. @type {import('./build/activations.js').ActivationModules & { Module: typeof Module, Parameter: typeof Parameter, functional: typeof functional }} */
export const nn = namespace(
  'torch.nn',
  /** @type {any} */ ({
    Module,
    Parameter,
    functional,
    ...Object.fromEntries(
      activations.filter((a) => a.module).map((a) => [a.module, (classes[a.kind] ?? activationClass)(a)]),
    ),
  }),
);

// torch.nn.functional, and the activations that PyTorch also has as torch.NAME and tensor.NAME, built from the table.
import { elementwise, elementwise_, rowwise } from './activation.js';
import { isTensor } from './base.js';
import { activations } from './build/table.js';
import { AttributeError, NotImplementedError, RuntimeError } from './errors.js';
import { namespace } from './namespace.js';
import { NativeParser } from './native.js';
import { bindPython, isKeywords, noArguments, typeName } from './signature.js';
import { warn } from './warning.js';

/**
 * @typedef {import('./tensor.js').Tensor} Tensor
 * @typedef {import('./kernels.js').Activation} Activation
 * @typedef {(...args: any[]) => Tensor} Operation
 */

/** Our own keyword of every activation: the tensor that the result is written to. */
const out = { name: 'out', default: null, keyword: true };

/**
 * Python's truth of a value, as `if inplace:` asks for it.
 * @param {unknown} value
 */
export function truth(value) {
  if (isTensor(value)) {
    const count = value.shape.numel();
    if (count === 1) return value.item() !== 0;
    throw new RuntimeError(
      `Boolean value of Tensor with ${count === 0 ? 'no values' : 'more than one value'} is ambiguous`,
    );
  }
  // Python takes NaN for true.
  return Array.isArray(value) ? value.length > 0 : Boolean(value) || Number.isNaN(value);
}

/** @param {unknown} value the `out` keyword @param {string} name of the function @returns {Tensor | null} */
function checkedOut(value, name) {
  if (value === null || value === undefined || isTensor(value)) return value ?? null;
  throw new TypeError(`${name}(): argument 'out' must be Tensor, not ${typeName(value)}`);
}

/**
 * The tensor of a call whose only keyword is `out`, the form that repeats: worth a way around the general binding.
 * @param {unknown[]} args
 * @param {number} count of the positional arguments
 * @returns {Tensor | null}
 */
function soleOut(args, count) {
  const keywords = args[count];
  if (args.length !== count + 1 || !isTensor(args[0]) || isTensor(keywords) || !isKeywords(keywords)) return null;
  for (const key in keywords) if (key !== 'out') return null;
  return isTensor(keywords.out) ? keywords.out : null;
}

/** PyTorch's signature of the C++ function. @param {Activation} activation @param {string} suffix '_' of the in-place one */
function signature(activation, suffix = '') {
  const parameters = activation.parameters.map((p) => `, Scalar ${p.name}=${p.default}`).join('');
  return `${activation.functional}${suffix}(Tensor input${parameters}${suffix ? '' : ', *, Tensor out=None'})`;
}

/** One activation's native function, which checks its arguments' types, as torch.NAME does. @param {Activation} activation @returns {Operation} */
function nativeForm(activation) {
  const parser = new NativeParser([signature(activation)]);
  const [first = 0, second = 0] = activation.parameters.map((p) => Number(p.default));
  const count = activation.parameters.length;
  return (...args) => {
    if (args.length === 1 && isTensor(args[0])) return elementwise(activation, args[0], null, first, second);
    const target = soleOut(args, 1);
    if (target !== null) return elementwise(activation, args[0], target, first, second);
    const values = parser.bind(args);
    return elementwise(activation, values[0], values[1 + count], ...values.slice(1, 1 + count));
  };
}

/** @param {Activation} activation @returns {Operation} */
function nativeInplaceForm(activation) {
  const parser = new NativeParser([signature(activation, '_')]);
  return (...args) => {
    const [input, ...parameters] = parser.bind(args);
    return elementwise_(activation, input, ...parameters);
  };
}

/** The Python function of torch.nn.functional around the native ones. @param {Activation} activation @param {Operation} plain @param {Operation | undefined} inplace @returns {Operation} */
function functionalForm(activation, plain, inplace) {
  const { functional, parameters } = activation;
  const signature = [
    'input',
    ...parameters.map((p) => ({ name: p.name, default: p.default })),
    ...(inplace ? [{ name: 'inplace', default: false }] : []),
    out,
  ];
  const count = 1 + parameters.length;
  return (...args) => {
    if ((args.length === 1 && isTensor(args[0])) || soleOut(args, 1) !== null) return plain(...args);
    const values = bindPython(functional, signature, args);
    const target = checkedOut(values[values.length - 1], functional);
    if (inplace && truth(values[count])) {
      const result = inplace(...values.slice(0, count));
      return target === null || target === result ? result : target.copy_(result);
    }
    if (activation.calls_method && !isTensor(values[0])) throw noMethod(values[0], functional);
    return target === null ? plain(...values.slice(0, count)) : plain(...values.slice(0, count), { out: target });
  };
}

/** @param {unknown} value @param {string} name */
const noMethod = (value, name) => new AttributeError(`'${typeName(value)}' object has no attribute '${name}'`);

/** @param {string} name */
const softmaxSource = (name) => `${name}(Tensor input, int dim, dtype dtype=None, *, Tensor out=None)`;

/** softmax(input, dim) or softmax(input, dim, { out }), if it is one of these. @param {Activation} activation @param {any[]} args @returns {Tensor | null} */
function plainRowwise(activation, args) {
  if (!isTensor(args[0]) || !Number.isInteger(args[1])) return null;
  if (args.length === 2) return rowwise(activation, args[0], args[1]);
  const target = soleOut(args, 2);
  return target === null ? null : rowwise(activation, args[0], args[1], target);
}

/** softmax(input, dim), as torch.softmax. @param {Activation} activation @param {string} source @returns {Operation} */
function nativeRowwise(activation, source) {
  const parser = new NativeParser([source]);
  return (...args) => {
    const result = plainRowwise(activation, args);
    if (result !== null) return result;
    const [input, dim, dtype, target] = parser.bind(args);
    requireSame(dtype, input, activation);
    return rowwise(activation, input, Number(dim), target);
  };
}

/** @param {any} dtype that the input is to be converted to, or null @param {Tensor} input @param {Activation} activation */
function requireSame(dtype, input, activation) {
  if (dtype !== null && dtype !== input.dtype) {
    throw new NotImplementedError(`"${activation.kernel}" not implemented for '${dtype.short}'`);
  }
}

/**
 * What PyTorch falls back to without `dim`: a deprecated guess, with its warning.
 * @param {string} name
 * @param {number} rank
 */
function implicitDim(name, rank) {
  warn(
    'UserWarning',
    `Implicit dimension choice for ${name} has been deprecated. Change the call to include dim=X as an argument.`,
  );
  return rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
}

/** F.softmax. @param {Activation} activation @returns {Operation} */
function functionalRowwise(activation) {
  const { functional } = activation;
  const parameters = ['input', 'dim', '_stacklevel', 'dtype'].map((name, i) =>
    i === 0 ? name : { name, default: null },
  );
  // The method's signature has no input: its dim is argument 1.
  const parser = new NativeParser([`${functional}(int dim, dtype dtype=None)`]);
  const all = [...parameters, out];
  return (...args) => {
    const result = plainRowwise(activation, args);
    if (result !== null) return result;
    const [input, dim, , dtype, target] = /** @type {any[]} */ (bindPython(functional, all, args));
    const rank = isTensor(input) ? input.shape.length : 0;
    if (dim === null && !isTensor(input))
      throw new AttributeError(`'${typeName(input)}' object has no attribute 'dim'`);
    const chosen = dim === null ? implicitDim(functional, rank) : dim;
    if (!isTensor(input)) throw noMethod(input, functional);
    const [at, type] = parser.bind(dtype === null ? [chosen] : [chosen, { dtype }]);
    requireSame(type, input, activation);
    return rowwise(activation, input, Number(at), checkedOut(target, functional));
  };
}

/** @type {Record<string, Operation>} */
const functions = {};
/** @type {Record<string, Operation>} */
const besides = {};
/** The same as methods: (self, args) => result. @type {Record<string, (self: Tensor, args: unknown[]) => Tensor>} */
export const methods = {};

for (const activation of activations) {
  const { functional, elementwise: byElement } = activation;
  const plain = byElement ? nativeForm(activation) : nativeRowwise(activation, softmaxSource(functional));
  const inplace = byElement && (activation.inplace || activation.in_torch) ? nativeInplaceForm(activation) : undefined;
  const hasInplace = activation.inplace ? inplace : undefined;
  functions[functional] = byElement ? functionalForm(activation, plain, hasInplace) : functionalRowwise(activation);
  if (hasInplace) functions[`${functional}_`] = hasInplace;
  if (!activation.in_torch) continue;
  besides[functional] = plain;
  const methodParser = byElement ? null : new NativeParser([`${functional}(int dim, dtype dtype=None)`]);
  methods[functional] = (self, args) => {
    if (methodParser === null) {
      noArguments(functional, args);
      return plain(self);
    }
    const [dim, dtype] = methodParser.bind(args);
    return dtype === null ? plain(self, dim) : plain(self, dim, { dtype });
  };
  if (!inplace) continue;
  besides[`${functional}_`] = inplace;
  methods[`${functional}_`] = (self, args) => {
    noArguments(`${functional}_`, args);
    return inplace(self);
  };
}
for (const [name, operation] of Object.entries({ ...besides, ...functions })) {
  Object.defineProperty(operation, 'name', { value: name });
}

/** torch.nn.functional. @type {import('./build/activations.js').ActivationFunctions} */
export const functional = namespace('torch.nn.functional', /** @type {any} */ (functions));

/** What torch has beside nn.functional: relu, sigmoid, tanh, softmax and in-place forms. */
export const torchFunctions = /** @type {import('./build/activations.js').TorchFunctions} */ (
  /** @type {unknown} */ (besides)
);

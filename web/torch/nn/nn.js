// torch.nn: layers, losses and the activations, which are built from the table, as modules that are called like functions.

import { activations } from '../../build/table.js';
import { checkPlanes } from '../../core/activations.js';
import { parametersShown, shown } from '../../core/text/repr.js';
import { rowwise } from '../activations/activation.js';
import { functional, torchFunctions } from '../activations/functional.js';
import { prepareHardtanh } from '../activations/hardtanh.js';
import { optional, requireMethod } from '../arguments/call.js';
import { namespace } from '../arguments/namespace.js';
import { truth, typeName } from '../arguments/signature.js';
import { isTensor } from '../storage/base.js';
import { empty } from '../tensor/creation.js';
import { Parameter } from '../tensor/parameter.js';
import { learn } from './attributes.js';
import { utils } from './clipping.js';
import { ModuleDict, ModuleList, Sequential } from './containers.js';
import { AlphaDropout, Dropout } from './dropout.js';
import { Embedding } from './embedding.js';
import { GroupNorm, RMSNorm } from './group_norm.js';
import { init } from './init.js';
import { moduleClass } from './layer.js';
import * as linear from './linear.js';
import * as losses from './losses.js';
import * as margins from './margin_losses.js';
import { Module as ModuleClass } from './module.js';
import { functional as allFunctional } from './nn_functional.js';
import { BatchNorm1d, BatchNorm2d, LayerNorm } from './normalization.js';
import { ConstantPad1d, ConstantPad2d, ZeroPad1d, ZeroPad2d } from './padding.js';
import { ParameterDict, ParameterList } from './parameter_list.js';
import { CosineSimilarity, PairwiseDistance } from './similarity.js';

/**
 * @typedef {import('../tensor/tensor.js').Tensor} Tensor
 * @typedef {import('../../core/kernels.js').Activation} Activation
 */

/** What the constructors of some classes do beyond storing what they get: `passed` has undefined for what was not given. @type {Record<string, (passed: Record<string, any>, parameters: any[]) => void>} */
const preparations = { Hardtanh: prepareHardtanh, LogSoftmax: checkDim, Softmax: checkDim };

/** @param {Record<string, any>} passed */
function checkDim({ dim = null }) {
  if (dim === null || typeof dim === 'bigint' || Number.isInteger(dim)) return;
  const python = isTensor(dim) ? 'torch.Tensor' : typeName(dim);
  throw new TypeError(`dim must be an int or None, got <class '${python}'>`);
}

/** torch.nn's class of an activation. @param {Activation} activation */
function activationClass(activation) {
  const { kind, inplace, parameters } = activation;
  const name = /** @type {string} */ (activation.module);
  // ReLU6 is a Hardtanh from 0 to 6.
  const fixed = name === 'ReLU6' ? { min_val: 0, max_val: 6 } : {};
  const [forwardOf, own = ''] = name === 'ReLU6' ? ['Hardtanh', 'hardtanh'] : [name, activation.functional];
  // PyTorch's forward calls the native function where the module has no parameters, else nn.functional's.
  const isNative = parameters.length === 0 && !inplace && own in torchFunctions;
  /** @type {(...args: any[]) => Tensor} */
  const operation =
    kind === 'softmax2d' ? softmax2d(activation) : /** @type {any} */ (isNative ? torchFunctions : functional)[own];
  const attributes = [...parameters, ...(inplace ? [{ name: 'inplace', default: false }] : [])];
  /** Older names of parameters, which are no attributes. */
  const older = name === 'Hardtanh' ? optional({ min_value: null, max_value: null }) : [];
  const bound = [...attributes, ...older].map((p) => (p.default === undefined ? p.name : { ...p, default: undefined }));
  const choice = parameters.find((p) => p.choices)?.name;
  /** What the function gets after the input. */
  const names = [...Object.keys(fixed), ...parameters.map((p) => p.name)];
  if (choice) names.pop(); // by name
  if (own === 'rrelu') names.push('training');
  if (inplace) names.push('inplace');
  /** What the constructors got. @type {WeakMap<object, Record<string, unknown>>} */
  const given = new WeakMap();

  return moduleClass(
    name,
    bound,
    (module, passed) => {
      preparations[name]?.(passed, parameters);
      Object.assign(module, fixed);
      for (const p of attributes) module[p.name] = passed[p.name] === undefined ? p.default : passed[p.name];
      given.set(module, passed);
    },
    forwardOf,
    (module, input, out) => {
      const values = names.map((name) => module[name]);
      if (choice) return operation(input, ...values, { out, [choice]: module[choice] });
      return out === null ? operation(input, ...values) : operation(input, ...values, { out });
    },
    {
      /** @this {any} @returns {string} */
      extra_repr() {
        const parts = parametersShown(parameters, this, given.get(this) ?? {});
        // Hardsigmoid and Hardswish do not tell.
        if (inplace && !/^Hards[iw]/.test(name) && truth(this.inplace)) parts.push('inplace=True');
        return parts.join(', ');
      },
    },
  );
}

/** What torch.nn.Softmax2d does. @param {Activation} activation @returns {(input: any, keywords?: { out: any }) => Tensor} */
function softmax2d({ kind, ...activation }) {
  return (input, { out } = { out: null }) => {
    requireMethod(input, 'dim');
    checkPlanes(input.shape);
    return rowwise({ ...activation, kind: 'softmax', functional: kind }, [input, -3, null, out]);
  };
}

/** torch.nn.PReLU, whose slope is learned. @param {Activation} activation */
function preluClass({ parameters }) {
  return moduleClass(
    'PReLU',
    optional({ num_parameters: 1, init: parameters[0].default, device: null, dtype: null }),
    (module, { num_parameters, init, ...keywords }) => {
      learn(module, 'weight', new Parameter(empty(num_parameters, keywords)));
      Object.assign(module, { num_parameters, init });
      module.reset_parameters();
    },
    'PReLU',
    (module, input, out) => functional.prelu(input, module.weight, /** @type {any} */ ({ out })),
    {
      /** @this {any} */
      reset_parameters() {
        this.weight.detach().fill_(this.init);
      },
      /** @this {any} */
      extra_repr() {
        return `num_parameters=${shown(this.num_parameters, false)}`;
      },
    },
  );
}

/** @typedef {ModuleClass} Module */
/** The base of all modules, made with or without `new`. @type {typeof ModuleClass} */
export const Module = /** @type {any} */ (
  /* @__PURE__ */ new Proxy(ModuleClass, { apply: (type, _self, args) => Reflect.construct(type, args) })
);

const layers = {
  ...linear,
  ModuleDict,
  ModuleList,
  ParameterDict,
  ParameterList,
  Sequential,
  ...losses,
  ...margins,
  AlphaDropout,
  BatchNorm1d,
  BatchNorm2d,
  ConstantPad1d,
  ConstantPad2d,
  CosineSimilarity,
  Dropout,
  Embedding,
  GroupNorm,
  LayerNorm,
  Module,
  PairwiseDistance,
  Parameter,
  RMSNorm,
  ZeroPad1d,
  ZeroPad2d,
  functional: allFunctional,
  init,
  utils,
};

/** torch.nn. @type {import('../../build/activations.js').ActivationModules & typeof layers} */
export const nn = namespace(
  'torch.nn',
  /** @type {any} */ ({
    ...layers,
    ...Object.fromEntries(
      activations
        .filter((a) => a.module)
        .map((a) => [a.module, (a.kind === 'prelu' ? preluClass : activationClass)(a)]),
    ),
  }),
  'n',
);

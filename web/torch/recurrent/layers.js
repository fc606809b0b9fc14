// torch.nn.RNN, GRU, LSTM and their cells. Source of checks and shapes: torch/nn/modules/rnn.py.

import { IndexError, NotImplementedError, RuntimeError, ValueError } from '../../core/errors.js';
import { shown } from '../../core/text/repr.js';
import { optional } from '../arguments/call.js';
import { truth, typeName } from '../arguments/signature.js';
import { tuple } from '../arguments/tuple.js';
import { warn } from '../arguments/warning.js';
import { named } from '../autograd/graph.js';
import { learn } from '../nn/attributes.js';
import { dropout } from '../nn/dropout.js';
import { uniform_ } from '../nn/init.js';
import { layerClass } from '../nn/layer.js';
import { linear } from '../operations/products/matmul.js';
import { cat, stack } from '../operations/shapes/joins.js';
import { isTensor } from '../storage/base.js';
import { empty } from '../tensor/creation.js';
import { Parameter } from '../tensor/parameter.js';
import { advanced, kinds } from './steps.js';

/** @typedef {any} Tensor of torchlet's, by whose methods the layers are written */

/** @param {unknown} value */
const asText = (value) => shown(value, false);

/** @param {any} module whose parameters are drawn */
function reset(module) {
  const bound = module.hidden_size > 0 ? 1 / Math.sqrt(module.hidden_size) : 0;
  for (const parameter of module.parameters()) uniform_(parameter, -bound, bound);
}

/** The weights of one direction of one layer. @param {any} module @param {string} suffix @param {number} rows @param {number} inputs @param {boolean} isBiased @param {object} placed */
function addWeights(module, suffix, rows, inputs, isBiased, placed) {
  learn(module, `weight_ih${suffix}`, new Parameter(empty([rows, inputs], placed)));
  learn(module, `weight_hh${suffix}`, new Parameter(empty([rows, module.hidden_size], placed)));
  for (const name of ['bias_ih', 'bias_hh'])
    if (isBiased) learn(module, `${name}${suffix}`, new Parameter(empty([rows], placed)));
}

/** @param {Record<string, any>} passed */
function checkSettings({ input_size, hidden_size, num_layers, dropout: p, bias, batch_first, proj_size }) {
  if (typeof p === 'boolean' || !(Number(p) >= 0 && Number(p) <= 1))
    throw new ValueError(
      'dropout should be a number in range [0, 1] representing the probability of an element being zeroed',
    );
  if (Number(p) > 0 && num_layers === 1)
    warn(
      'UserWarning',
      `dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects num_layers greater than 1, but got dropout=${asText(p)} and num_layers=1`,
    );
  for (const [name, value] of Object.entries({ bias, batch_first }))
    if (typeof value !== 'boolean') throw new TypeError(`${name} should be of type bool, got: ${typeName(value)}`);
  for (const [name, value] of Object.entries({ input_size, hidden_size })) {
    if (!Number.isInteger(value)) throw new TypeError(`${name} should be of type int, got: ${typeName(value)}`);
    if (value <= 0) throw new ValueError(`${name} must be greater than zero`);
  }
  if (num_layers <= 0) throw new ValueError('num_layers must be greater than zero');
  if (proj_size !== undefined && proj_size !== 0)
    throw new NotImplementedError('LSTM of proj_size is not part of torchlet');
}

/** The states to begin with: those given, with a dimension for one sample alone, or zeros. @param {any} module @param {Tensor} x of (time, samples, inputs) @param {any} given @param {number} count of states @param {boolean} isOne */
function statesOf(module, x, given, count, isOne) {
  const lead = module.num_layers * (module.bidirectional ? 2 : 1);
  const shape = [lead, x.shape[1], module.hidden_size];
  if (given === null) return Array.from({ length: count }, () => x.new_zeros(shape));
  const list = count === 1 ? [given] : isTensor(given) ? [...given.unbind(0)] : given;
  if (list.length < count) throw new IndexError(`index 1 is out of bounds for dimension 0 with size ${list.length}`);
  return list.map((/** @type {Tensor} */ one, /** @type {number} */ i) => {
    const own = isOne && one.shape.length === 2 ? one.unsqueeze(1) : one;
    if (String(own.shape) !== `torch.Size([${shape.join(', ')}])`) {
      const which = count === 1 ? 'hidden size' : `hidden[${i}] size`;
      throw new RuntimeError(`Expected ${which} (${shape.join(', ')}), got [${own.shape.join(', ')}]`);
    }
    return own;
  });
}

/** One direction of one layer through all times: the outputs in the order of time, and the last state. @param {any} module @param {string} suffix @param {import('./steps.js').Kind} kind @param {Tensor} x @param {Tensor[]} begin @param {boolean} isReverse */
function through(module, suffix, kind, x, begin, isReverse) {
  const inputs = /** @type {any} */ (linear(x, module[`weight_ih${suffix}`], module[`bias_ih${suffix}`] ?? null));
  const times = Array.from({ length: x.shape[0] }, (_, t) => t);
  if (isReverse) times.reverse();
  const outputs = new Array(times.length);
  let state = begin;
  for (const t of times) {
    state = advanced(
      kind,
      inputs.select(0, t),
      state,
      module[`weight_hh${suffix}`],
      module[`bias_hh${suffix}`] ?? null,
    );
    outputs[t] = state[0];
  }
  // PyTorch leaves the LSTM to a library, whose step is one.
  const output = named(
    /** @type {any} */ (stack(outputs, 0)),
    kind === kinds.LSTM ? 'MkldnnRnnLayerBackward0' : 'StackBackward0',
  );
  return { output: /** @type {any} */ (output), state };
}

/** All layers. @param {any} module @param {string} mode @param {Tensor} x of (time, samples, inputs) @param {Tensor[]} begin */
function allLayers(module, mode, x, begin) {
  const kind = kinds[mode];
  const directions = module.bidirectional ? ['', '_reverse'] : [''];
  /** @type {Tensor[][]} */ const ends = [];
  let current = x;
  for (let layer = 0; layer < module.num_layers; layer++) {
    const made = directions.map((direction, i) => {
      const own = begin.map((one) => one.select(0, layer * directions.length + i));
      return through(module, `_l${layer}${direction}`, kind, current, own, i === 1);
    });
    ends.push(...made.map(({ state }) => state));
    current =
      made.length === 1
        ? made[0].output
        : cat(
            made.map(({ output }) => output),
            -1,
          );
    if (module.dropout > 0 && module.training && layer < module.num_layers - 1)
      current = dropout(current, module.dropout, true);
  }
  return {
    output: current,
    states: begin.map(
      (_, i) =>
        /** @type {any} */ (
          stack(
            ends.map((end) => end[i]),
            0,
          )
        ),
    ),
  };
}

/** @param {any} module @param {string} mode @param {any} input @param {any} hx */
function forward(module, mode, input, hx) {
  const name = module.constructor.name;
  const rank = input.shape.length;
  if (rank !== 2 && rank !== 3) throw new ValueError(`${name}: Expected input to be 2D or 3D, got ${rank}D instead`);
  const isOne = rank === 2;
  const first = module.batch_first;
  const whole = isOne ? input.unsqueeze(1) : first ? input.transpose(0, 1) : input;
  if (input.shape[rank - 1] !== module.input_size)
    throw new RuntimeError(
      `input.size(-1) must be equal to input_size. Expected ${module.input_size}, got ${input.shape[rank - 1]}`,
    );
  const { states: count } = kinds[mode];
  const { output, states } = allLayers(module, mode, whole, statesOf(module, whole, hx, count, isOne));
  const shaped = (/** @type {Tensor} */ one) => (isOne ? one.squeeze(1) : one);
  const ends = states.map(shaped);
  const own = isOne
    ? shaped(output)
    : first
      ? named(output.transpose(0, 1), mode === 'LSTM' ? 'TransposeBackward0' : 'TransposeBackward1')
      : output;
  return tuple([own, count === 1 ? ends[0] : tuple(ends)]);
}

const settings = {
  num_layers: 1,
  bias: true,
  batch_first: false,
  dropout: 0,
  bidirectional: false,
};

/** @param {any} module what it prints beside its sizes, where that is not the default */
function settingsShown(module) {
  return Object.entries(settings).flatMap(([name, usual]) =>
    Number(module[name]) === Number(usual) ? [] : [`${name}=${asText(module[name])}`],
  );
}

/** @param {string} name @param {Record<string, any>} more @param {(passed: Record<string, any>) => string} modeOf */
const recurrentClass = (name, more, modeOf) =>
  layerClass(
    name,
    'rnn',
    ['input_size', 'hidden_size', ...optional({ ...settings, ...more, device: null, dtype: null })],
    (module, { device, dtype, ...passed }) => {
      const mode = modeOf(passed);
      checkSettings(passed);
      const { nonlinearity, ...own } = passed;
      Object.assign(module, own, { mode, ...(nonlinearity === undefined ? {} : { nonlinearity }) });
      const directions = truth(passed.bidirectional) ? 2 : 1;
      for (let layer = 0; layer < passed.num_layers; layer++)
        for (let direction = 0; direction < directions; direction++) {
          const inputs = layer === 0 ? passed.input_size : passed.hidden_size * directions;
          const rows = kinds[mode].gates * passed.hidden_size;
          const suffix = `_l${layer}${direction === 1 ? '_reverse' : ''}`;
          addWeights(module, suffix, rows, inputs, passed.bias, { device, dtype });
        }
      reset(module);
    },
    ['input', ...optional({ hx: null })],
    (module, input, hx = null) => forward(module, module.mode, input, hx),
    {
      /** Draws the parameters anew. @this {any} */
      reset_parameters() {
        reset(this);
      },
      flatten_parameters() {},
      /** @this {any} */
      extra_repr() {
        return [this.input_size, this.hidden_size, ...settingsShown(this)].join(', ');
      },
    },
    undefined,
    'RNNBase',
  );

/** @param {any} nonlinearity */
function modeOfPlain(nonlinearity) {
  if (nonlinearity === 'tanh') return 'RNN_TANH';
  if (nonlinearity === 'relu') return 'RNN_RELU';
  throw new ValueError(`Unknown nonlinearity '${nonlinearity}'. Select from 'tanh' or 'relu'.`);
}

/** A recurrent layer of tanh or relu: input_size, hidden_size, num_layers (1), nonlinearity ('tanh'), bias, batch_first, dropout, bidirectional. */
export const RNN = recurrentClass('RNN', { nonlinearity: 'tanh' }, ({ nonlinearity }) => modeOfPlain(nonlinearity));
/** The same of gated units. */
export const GRU = recurrentClass('GRU', {}, () => 'GRU');
/** The same of long short-term memory: the state is a pair. */
export const LSTM = recurrentClass('LSTM', { proj_size: 0 }, () => 'LSTM');

/** @param {string} name @param {object} more @param {(module: any) => string} modeOf */
const cellClass = (name, more, modeOf) =>
  layerClass(
    name,
    'rnn',
    ['input_size', 'hidden_size', ...optional({ bias: true, ...more, device: null, dtype: null })],
    (module, { device, dtype, bias, ...passed }) => {
      Object.assign(module, passed, { bias: truth(bias) });
      addWeights(
        module,
        '',
        kinds[modeOf({ nonlinearity: 'tanh', ...passed })].gates * passed.hidden_size,
        passed.input_size,
        truth(bias),
        { device, dtype },
      );
      reset(module);
    },
    ['input', ...optional({ hx: null })],
    (module, input, hx = null) => cellForward(module, modeOf(module), name, input, hx),
    {
      /** Draws the parameters anew. @this {any} */
      reset_parameters() {
        reset(this);
      },
      /** @this {any} */
      extra_repr() {
        const { input_size, hidden_size, bias, nonlinearity } = this;
        const rest = [
          ...(bias ? [] : ['bias=False']),
          ...(nonlinearity === undefined || nonlinearity === 'tanh' ? [] : [`nonlinearity=${nonlinearity}`]),
        ];
        return [input_size, hidden_size, ...rest].join(', ');
      },
    },
    undefined,
    'RNNCellBase',
  );

/** @param {any} module @param {string} mode @param {string} name @param {any} input @param {any} hx */
function cellForward(module, mode, name, input, hx) {
  const kind = kinds[mode];
  const rank = input.shape.length;
  if (rank !== 1 && rank !== 2) throw new ValueError(`${name}: Expected input to be 1D or 2D, got ${rank}D instead`);
  const x = rank === 1 ? input.unsqueeze(0) : input;
  if (x.shape[1] !== module.input_size)
    throw new RuntimeError(`input has inconsistent input_size: got ${x.shape[1]} expected ${module.input_size}`);
  const zeros = () => x.new_zeros([x.shape[0], module.hidden_size]);
  const given = hx === null ? [] : isTensor(hx) ? [hx] : [...hx];
  const state = Array.from({ length: kind.states }, (_, i) => {
    if (given[i] === undefined) return zeros();
    return rank === 1 ? given[i].unsqueeze(0) : given[i];
  });
  const made = advanced(
    kind,
    linear(x, module.weight_ih, module.bias_ih ?? null),
    state,
    module.weight_hh,
    module.bias_hh ?? null,
  ).map((one) => (rank === 1 ? one.squeeze(0) : one));
  return made.length === 1 ? made[0] : tuple(made);
}

/** One step of an RNN: input_size, hidden_size, bias (true), nonlinearity ('tanh'). */
export const RNNCell = cellClass('RNNCell', { nonlinearity: 'tanh' }, ({ nonlinearity }) => modeOfPlain(nonlinearity));
/** One step of a GRU. */
export const GRUCell = cellClass('GRUCell', {}, () => 'GRU');
/** One step of an LSTM. */
export const LSTMCell = cellClass('LSTMCell', {}, () => 'LSTM');

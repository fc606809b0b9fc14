// ONNX Runtime Web on its WebAssembly provider, one thread. Its session copies every input in and every output out: the nearest
// to a resident form is a tensor made once, and a preallocated output where that works.
import { ops, outputLength, rreluSlope } from '../ops.js';
import { model } from './onnx.js';

/** @typedef {import('../tried.js').Peer} Peer */
/** @typedef {import('./onnx.js').Node} Node */

/** @param {string} op @param {Node['attributes']} [attributes] @returns {[Node[]]} */
const one = (op, attributes) => [[{ op, attributes }]];

/** What PyTorch's ONNX exporter writes, the constants beside the nodes. @type {Record<string, [Node[], Record<string, number>?]>} */
const graphs = {
  relu: one('Relu'),
  relu6: [[{ op: 'Clip', from: ['x', 'low', 'high'] }], { low: 0, high: 6 }],
  leaky_relu: one('LeakyRelu', { alpha: 0.01 }),
  hardtanh: [[{ op: 'Clip', from: ['x', 'low', 'high'] }], { low: -1, high: 1 }],
  threshold: [
    [
      { op: 'Greater', from: ['x', 'threshold'], to: ['above'] },
      { op: 'Where', from: ['above', 'x', 'value'] },
    ],
    { threshold: 0.1, value: 20 },
  ],
  rrelu: one('LeakyRelu', { alpha: rreluSlope }),
  prelu: [[{ op: 'PRelu', from: ['x', '_weight'] }], { _weight: 0.25 }],
  hardshrink: one('Shrink', { lambd: 0.5, bias: 0 }),
  softshrink: one('Shrink', { lambd: 0.5, bias: 0.5 }),
  hardsigmoid: one('HardSigmoid', { alpha: 1 / 6, beta: 0.5 }),
  hardswish: one('HardSwish'),
  softsign: one('Softsign'),
  squareplus: [
    [
      { op: 'Mul', from: ['x', 'x'], to: ['square'] },
      { op: 'Add', from: ['square', 'four'], to: ['sum'] },
      { op: 'Sqrt', from: ['sum'], to: ['root'] },
      { op: 'Add', from: ['x', 'root'], to: ['twice'] },
      { op: 'Mul', from: ['twice', 'half'] },
    ],
    { four: 4, half: 0.5 },
  ],
  exp: one('Exp'),
  sigmoid: one('Sigmoid'),
  tanh: one('Tanh'),
  tanhshrink: [
    [
      { op: 'Tanh', to: ['t'] },
      { op: 'Sub', from: ['x', 't'] },
    ],
  ],
  silu: [
    [
      { op: 'Sigmoid', to: ['s'] },
      { op: 'Mul', from: ['x', 's'] },
    ],
  ],
  mish: one('Mish'),
  elu: one('Elu', { alpha: 1 }),
  celu: one('Celu', { alpha: 1 }),
  selu: one('Selu'),
  gelu: one('Gelu', { approximate: 'none' }),
  gelu_tanh: one('Gelu', { approximate: 'tanh' }),
  softplus: one('Softplus'),
  logsigmoid: [
    [
      { op: 'Sigmoid', to: ['s'] },
      { op: 'Log', from: ['s'] },
    ],
  ],
  glu: [
    [
      { op: 'Split', to: ['a', 'b'], attributes: { axis: 1n, num_outputs: 2n } },
      { op: 'Sigmoid', from: ['b'], to: ['s'] },
      { op: 'Mul', from: ['a', 's'] },
    ],
  ],
  softmax: one('Softmax', { axis: 1n }),
  softmin: [
    [
      { op: 'Neg', to: ['minus'] },
      { op: 'Softmax', from: ['minus'], attributes: { axis: 1n } },
    ],
  ],
  log_softmax: one('LogSoftmax', { axis: 1n }),
};

/** @param {any} ort @param {string} op @param {Float32Array} x @param {number[]} shape */
async function prepared(ort, op, x, shape) {
  const [nodes, constants] = graphs[op];
  const bytes = model(nodes, shape.length, constants);
  const session = await ort.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const tensor = () => new ort.Tensor('float32', x, shape);
  const fresh = async () => (await session.run({ x: tensor() })).y.data;
  const feeds = { x: tensor() };
  const own = () => session.run(feeds);
  const dims = shape.with(-1, shape[shape.length - 1] / (ops[op].halves ? 2 : 1));
  const place = new ort.Tensor('float32', new Float32Array(outputLength(op, x.length)), dims);
  const into = () => session.run(feeds, { y: place });
  return {
    fresh: { run: fresh, answer: fresh, awaits: true },
    out: [
      { what: 'preallocated output', run: into, answer: async () => (await into()) && place.data, awaits: true },
      { what: 'output of its own', run: own, answer: async () => (await own()).y.data, awaits: true },
    ],
    dispose: () => session.release(),
  };
}

/** @returns {Promise<Peer>} */
export async function load() {
  const ort = /** @type {any} */ (await import('onnxruntime-web'));
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  if (typeof window !== 'undefined') {
    ort.env.wasm.wasmPaths = new URL('../node_modules/onnxruntime-web/dist/', import.meta.url).href;
  }
  return { name: 'ort', ops: Object.keys(graphs), prepare: (op, x, shape) => prepared(ort, op, x, shape) };
}

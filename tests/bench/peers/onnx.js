// Writes the small ONNX models that ONNX Runtime runs: a few nodes from `x` to `y`, as bytes of protobuf.
// Field numbers are those of onnx/onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).

/**
 * @typedef {object} Node
 * @property {string} op
 * @property {string[]} [from] inputs; `x` alone if not given
 * @property {string[]} [to] outputs; `y` alone if not given
 * @property {Record<string, number | bigint | string>} [attributes] a number is a float, a bigint an int
 */

const opset = 20;
const irVersion = 9;
const float = 1;

const text = new TextEncoder();

/** @param {number | bigint} value never negative here, but for an axis: ten bytes of two's complement */
function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

/** A field whose length is written before it. @param {number} field @param {Iterable<number> | string} content */
function block(field, content) {
  const bytes = [...(typeof content === 'string' ? text.encode(content) : content)];
  return [...varint((field << 3) | 2), ...varint(bytes.length), ...bytes];
}

/** @param {number} field @param {number | bigint} value */
const integer = (field, value) => [...varint(field << 3), ...varint(value)];

/** @param {number} value */
const float32 = (value) => new Uint8Array(new Float32Array([value]).buffer);

/** @param {string} name @param {number | bigint | string} value @returns {number[]} an AttributeProto */
function attribute(name, value) {
  const head = block(1, name);
  if (typeof value === 'bigint') return [...head, ...integer(3, value), ...integer(20, 2)];
  if (typeof value === 'string') return [...head, ...block(4, value), ...integer(20, 3)];
  return [...head, ...varint((2 << 3) | 5), ...float32(value), ...integer(20, 1)];
}

/** @param {Node} node @returns {number[]} a NodeProto */
const nodeProto = ({ op, from = ['x'], to = ['y'], attributes = {} }) => [
  ...from.flatMap((name) => block(1, name)),
  ...to.flatMap((name) => block(2, name)),
  ...block(4, op),
  ...Object.entries(attributes).flatMap(([name, value]) => block(5, attribute(name, value))),
];

/** A scalar as a TensorProto, of one dimension where it must be. @param {string} name @param {number} value @param {number} rank */
const constant = (name, value, rank) => [
  ...(rank === 1 ? integer(1, 1) : []),
  ...integer(2, float),
  ...block(8, name),
  ...block(9, float32(value)),
];

/** A float tensor of the given rank and any size, as a ValueInfoProto. @param {string} name @param {number} rank */
function value(name, rank) {
  const dimensions = Array.from({ length: rank }, (_, i) => block(1, block(2, `${name}${i}`))).flat();
  return [...block(1, name), ...block(2, block(1, [...integer(1, float), ...block(2, dimensions)]))];
}

/**
 * @param {Node[]} nodes
 * @param {number} rank of `x` and `y`
 * @param {Record<string, number>} [constants] scalars; one whose name begins with `_` has one dimension
 */
export function model(nodes, rank, constants = {}) {
  const graph = [
    ...nodes.flatMap((node) => block(1, nodeProto(node))),
    ...block(2, 'activation'),
    ...Object.entries(constants).flatMap(([name, number]) =>
      block(5, constant(name, number, name.startsWith('_') ? 1 : 0)),
    ),
    ...block(11, value('x', rank)),
    ...block(12, value('y', rank)),
  ];
  return new Uint8Array([...integer(1, irVersion), ...block(7, graph), ...block(8, integer(2, opset))]);
}

// The types of what torch's tensors are made of and tell: dtype, device, layout, finfo, and tuples whose parts have names.

import { DType } from '../../torch/storage/dtype.js';
import { Layout } from '../../torch/storage/layout.js';
import { addMethods } from '../operations/arguments.js';
import { Tuple } from '../values/containers.js';
import { builtinType, Member, nativeType, registerType, typeOf } from '../values/types.js';
import { Device, fromTorch, Returned } from './convert.js';

/** What torch.finfo and torch.iinfo give. */
export class Facts {
  /** @param {any} object */
  constructor(object) {
    this.object = object;
    this.isFloat = String(object).startsWith('f');
  }
}
const factsType = nativeType('finfo', undefined, 'torch');
registerType(Facts.prototype, factsType);
factsType.findOwn = ({ object, isFloat }, name) =>
  Object.hasOwn(object, name) ? (isFloat && name !== 'bits' ? object[name] : fromTorch(object[name])) : undefined;
addMethods(factsType, { __repr__: ({ object }) => String(object) });

export const dtypeType = nativeType('dtype', undefined, 'torch');
registerType(DType.prototype, dtypeType);
addMethods(dtypeType, { __repr__: String });
for (const name of /** @type {const} */ (['is_floating_point', 'is_complex', 'itemsize', 'is_signed']))
  dtypeType.dict.set(name, new Member((dtype) => fromTorch(dtype[name])));

export const deviceType = nativeType('device', undefined, 'torch');
registerType(Device.prototype, deviceType);
addMethods(deviceType, {
  __repr__: ({ type, index }) => `device(type='${type}'${index === null ? '' : `, index=${index}`})`,
  __str__: String,
  __eq__: (self, other) => other instanceof Device && String(other) === String(self),
});
deviceType.dict.set('type', new Member(({ type }) => type));
deviceType.dict.set('index', new Member(({ index }) => fromTorch(index)));

export const layoutType = nativeType('layout', undefined, 'torch');
registerType(Layout.prototype, layoutType);
addMethods(layoutType, { __repr__: String });

const returnedType = builtinType('return_types', typeOf(new Tuple([])), 'torch');
registerType(Returned.prototype, returnedType);
addMethods(returnedType, { __repr__: (value) => value.text });
returnedType.findOwn = (value, name) => (Object.hasOwn(value.names, name) ? value.names[name] : undefined);

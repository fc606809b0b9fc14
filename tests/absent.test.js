// Every name of PyTorch's that can be called is here, or a function that refuses it and says what it is; other names are no names.
import { describe, expect, test } from 'vitest';
import torch, { F, nn, Tensor } from '../web/index.js';
import recorded from './reference/names.json';

/** @type {Record<string, any>} */
const spaces = {
  torch,
  nn,
  F,
  Tensor: torch.zeros(1),
  optim: torch.optim,
  init: nn.init,
  Module: nn.ReLU(),
  lr_scheduler: torch.optim.lr_scheduler,
  utils: nn.utils,
  linalg: torch.linalg,
  data: torch.utils.data,
};

/** What a tensor has as attributes, not as methods. */
const attributes = ['shape', 'dtype', 'storage'];

describe.each(Object.entries(recorded.names))('%s', (space, names) => {
  test('has every name of PyTorch, or refuses it by its name', () => {
    for (const name of names.filter((one) => !attributes.includes(one))) {
      const found = spaces[space][name];
      expect(found, name).toBeTypeOf('function');
      if (!found.isAbsent) continue;
      expect(() => found(1, 2), name).toThrow(expect.objectContaining({ name: 'NotImplementedError' }));
      expect(() => found(), name).toThrow(`${name} is not part of torchlet`);
    }
  });
});

test('modules of torch that are not there are refused as they are named', () => {
  const missing = recorded.modules.filter((name) => !(name in torch));
  expect(missing).toContain('cuda');
  for (const name of missing) {
    expect(() => Reflect.get(torch, name), name).toThrow(`torch.${name} is not part of torchlet`);
  }
});

test('the refusal names what comes nearest', () => {
  expect(() => Reflect.get(F, 'conv2d')()).toThrow('the nearest that it has: nn.Linear');
  expect(() => Reflect.get(torch.zeros(1), 'squeeze_')()).toThrow('the nearest that it has: squeeze');
});

test('refused names are not listed, and names that PyTorch does not have stay unknown', () => {
  expect(Object.keys(nn)).not.toContain('Conv2d');
  expect('conv2d' in F).toBe(false);
  expect(Object.getOwnPropertyNames(Tensor.prototype)).not.toContain('squeeze_');
  expect(() => Reflect.get(torch, 'foo')).toThrow("module 'torch' has no attribute 'foo'");
  expect(Reflect.get(torch.zeros(1), 'foo')).toBeUndefined();
});

# Every public name of torch, torch.Tensor, torch.nn, nn.functional, optim, its schedulers, nn.init, nn.utils, linalg, utils.data and nn.Module that can be called, and torch's modules.
import types

import torch
import torch.utils.data
from recording import write

kSpaces = {'torch': torch, 'Tensor': torch.Tensor, 'nn': torch.nn, 'F': torch.nn.functional, 'optim': torch.optim,
           'init': torch.nn.init, 'Module': torch.nn.Module, 'utils': torch.nn.utils, 'linalg': torch.linalg, 'data': torch.utils.data,
           'lr_scheduler': types.SimpleNamespace(**{name: getattr(torch.optim.lr_scheduler, name) for name in torch.optim.lr_scheduler.__all__})}


def is_own(value):
    """Whether it is PyTorch's own, not something of Python's that the file imports."""
    return not (getattr(value, '__module__', None) or 'torch').startswith(('typing', 'builtins.', 'collections', 'abc'))


def names(space):
    return [name for name in dir(space) if not name.startswith('_') and callable(getattr(space, name, None)) and is_own(getattr(space, name))]


def make():
    modules = [name for name in dir(torch) if not name.startswith('_') and isinstance(getattr(torch, name), types.ModuleType)
               and getattr(torch, name).__name__.startswith('torch')]
    write('names', 'Public names of PyTorch that can be called, by where they are; modules: those of torch that are modules.',
          names={space: names(of) for space, of in kSpaces.items()}, modules=modules)

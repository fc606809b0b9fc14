# Every public name of torch and its modules that can be called, by where it is, torch's modules, and the modules beneath those that programs import from.
import os
import pkgutil
import types

import torch
import torch.distributions
import torch.func
import torch.testing
import torch.utils.data
from recording import write

kSpaces = {'torch': torch, 'Tensor': torch.Tensor, 'nn': torch.nn, 'F': torch.nn.functional, 'optim': torch.optim,
           'init': torch.nn.init, 'Module': torch.nn.Module, 'linalg': torch.linalg, 'autograd': torch.autograd, 'data': torch.utils.data,
          'nn_utils': torch.nn.utils, 'distributions': torch.distributions, 'func': torch.func, 'special': torch.special, 'testing': torch.testing,
           'lr_scheduler': types.SimpleNamespace(**{name: getattr(torch.optim.lr_scheduler, name) for name in torch.optim.lr_scheduler.__all__})}


def is_own(value):
    """Whether it is PyTorch's own, not something of Python's that the file imports."""
    return not (getattr(value, '__module__', None) or 'torch').startswith(('typing', 'builtins.', 'collections', 'abc'))


def names(space):
    return [name for name in dir(space) if not name.startswith('_') and callable(getattr(space, name, None)) and is_own(getattr(space, name))]


def beneath(path, folder, depth):
    """The public modules beneath one, by their dotted names."""
    for found in pkgutil.iter_modules([folder]):
        if found.name.startswith('_'):
            continue
        yield f'{path}.{found.name}'
        if found.ispkg and depth > 1:
            yield from beneath(f'{path}.{found.name}', os.path.join(folder, found.name), depth - 1)


def make():
    parents = ['autograd', 'backends', 'cuda', 'distributions', 'nn', 'optim', 'utils']
    paths = [path for name in parents for path in beneath(name, os.path.join(torch.__path__[0], name), 2)]
    modules = [name for name in dir(torch) if not name.startswith('_') and isinstance(getattr(torch, name), types.ModuleType)
               and getattr(torch, name).__name__.startswith('torch')]
    write('names', 'Public names of PyTorch that can be called, by where they are; modules: those of torch that are modules; paths: modules beneath them.',
          names={space: names(of) for space, of in kSpaces.items()}, modules=modules, paths=paths)

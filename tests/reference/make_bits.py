# Functions, losses and small networks: hashes of the bits of results and gradients, and the losses of whole trainings.
import itertools

import torch
import torch.nn as nn
import torch.nn.functional as F
from recording import fnv1a, write

kFunctions = {'sin': torch.sin, 'cos': torch.cos}


def functions():
    for seed, (name, count) in enumerate(itertools.product(kFunctions, [1, 2, 5, 8, 15, 16, 17, 33, 100, 1000, 40000])):
        torch.manual_seed(seed)
        x = torch.randn(count).mul(4).requires_grad_()
        y = kFunctions[name](x)
        y.backward(torch.randn(count))
        yield {'name': name, 'count': count, 'seed': seed, 'y': fnv1a(y), 'grad': fnv1a(x.grad)}


kMixtures = {
    'lerp': lambda a, b, w: torch.lerp(a, b, w),
    'lerp, 0.3': lambda a, b, w: torch.lerp(a, b, 0.3),
    'addcmul': lambda a, b, w: torch.addcmul(a, b, w, value=0.3),
    'prod': lambda a, b, w: a.prod(),
    'quantile': lambda a, b, w: a.quantile(w[:3]),
}


def mixtures():
    for seed, (name, count) in enumerate(itertools.product(kMixtures, [3, 5, 16, 31, 32, 33, 100])):
        torch.manual_seed(seed)
        yield {'name': name, 'count': count, 'seed': seed, 'y': fnv1a(kMixtures[name](torch.randn(count), torch.randn(count), torch.rand(count)))}


def entropies():
    for seed, count in enumerate([1, 2, 4, 10, 100, 1000]):
        torch.manual_seed(seed)
        p = torch.rand(count).requires_grad_()
        loss = F.binary_cross_entropy(p, torch.rand(count).round())
        loss.backward()
        yield {'count': count, 'seed': seed, 'loss': loss.item(), 'grad': fnv1a(p.grad)}


kActivations = ['ReLU', 'LeakyReLU']
kLosses = ['MSELoss', 'BCEWithLogitsLoss']
kOptimizers = {'SGD': {'lr': 0.5}, 'Adam': {'lr': 0.02}}


def trainings():
    """Exclusive or, which 400 steps learn: the loss of every fortieth."""
    x = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
    target = torch.tensor([[0.], [1.], [1.], [0.]])
    for activation, loss, optimizer in itertools.product(kActivations, kLosses, kOptimizers):
        torch.manual_seed(42)
        net = nn.Sequential(nn.Linear(2, 8), getattr(nn, activation)(), nn.Linear(8, 1))
        step = getattr(torch.optim, optimizer)(net.parameters(), **kOptimizers[optimizer])
        losses = []
        for i in range(400):
            step.zero_grad()
            value = getattr(nn, loss)()(net(x), target)
            value.backward()
            step.step()
            if i % 40 == 39:
                losses.append(value.item())
        yield {'activation': activation, 'loss': loss, 'optimizer': optimizer, 'settings': kOptimizers[optimizer], 'losses': losses}


def make():
    about = ('functions: of randn(count) times 4 after manual_seed, with the gradient of randn(count): hashes. mixtures: of randn(count), randn(count) and rand(count): hashes. entropies: binary_cross_entropy of '
             'rand(count) with rand(count).round(): the loss, and a hash of its gradient. trainings: 2-8-1 of seed 42 on exclusive or, '
             'the loss of every fortieth step of 400.')
    write('bits', about, functions=list(functions()), mixtures=list(mixtures()), entropies=list(entropies()), trainings=list(trainings()))

# Sums, means and 2-norms: hashes of their bits over shapes, dimensions and layouts; and how sums of softmax over short rows print.
import itertools

import torch
import torch.nn.functional as F
from recording import fnv1a, write

kShapes = [(1,), (7,), (8,), (9,), (31,), (32,), (33,), (100,), (511,), (512,), (1000,), (4097,), (100001,), (3, 5), (5, 3), (4, 8), (8, 4),
           (7, 33), (33, 7), (40, 64), (64, 40), (200, 16), (16, 200), (1, 70), (70, 1), (300, 300), (2, 3, 4), (5, 16, 9), (3, 33, 40),
           (4, 1, 70), (2, 3, 4, 5), (3, 8, 2, 33)]
kLayouts = ['plain', 'turned', 'strided']
kDtypes = [torch.float32, torch.float64]


def laid_out(x, layout):
    """The same numbers, lying otherwise in memory."""
    if layout == 'turned' and x.dim() > 1:
        return x.transpose(-1, -2).contiguous().transpose(-1, -2)
    if layout == 'strided':
        return torch.stack([x, x], -1)[..., 0]
    return x


def dims_of(rank):
    """None, each dimension, each pair of them."""
    return [None, *([d] for d in range(rank)), *map(list, itertools.combinations(range(rank), 2))]


def sums():
    seed = 0
    for shape, layout, dtype in itertools.product(kShapes, kLayouts, kDtypes):
        for dim in dims_of(len(shape)):
            seed += 1
            torch.manual_seed(seed)
            x = laid_out(torch.randn(shape).mul(torch.randn(shape)).to(dtype), layout)
            entry = {'shape': list(shape), 'layout': layout, 'dtype': str(dtype).removeprefix('torch.'), 'dim': dim, 'seed': seed}
            yield {**entry, 'sum': fnv1a(x.sum(dim)), 'mean': fnv1a(x.mean(dim))}


def norms():
    """Of elements one behind the other, whose order is one."""
    for seed, (count, dtype) in enumerate(itertools.product([1, 7, 8, 9, 16, 31, 33, 64, 100, 1000], kDtypes)):
        torch.manual_seed(seed)
        x = torch.randn(3, count).to(dtype)
        yield {'count': count, 'dtype': str(dtype).removeprefix('torch.'), 'seed': seed, 'norm': fnv1a(x[0].norm()), 'rows': fnv1a(x.norm(dim=1))}


def softmaxes():
    """Logits as tutorials have them: of one decimal."""
    for seed, (rows, count) in enumerate(itertools.product([1, 2, 3, 5], [2, 3, 4, 5, 6, 8, 10])):
        torch.manual_seed(seed)
        x = torch.randn(rows, count).mul(10).round().div(10).requires_grad_()
        entry = {'rows': rows, 'count': count, 'seed': seed}
        for dim in (0, 1):
            y = F.softmax(x, dim)
            (slope,) = torch.autograd.grad(y.sum(), x)
            yield {**entry, 'dim': dim, 'sum': str(y.sum(dim).detach()), 'slope': str(slope)}


kLosses = {
    'mse_loss': lambda x, y, t: F.mse_loss(x, y),
    'l1_loss': lambda x, y, t: F.l1_loss(x, y, reduction='sum'),
    'binary_cross_entropy_with_logits': lambda x, y, t: F.binary_cross_entropy_with_logits(x, (y > 0).float()),
    'cross_entropy': lambda x, y, t: F.cross_entropy(x, t),
    'cross_entropy, sum': lambda x, y, t: F.cross_entropy(x, t, reduction='sum'),
    'cross_entropy, smoothed': lambda x, y, t: F.cross_entropy(x, t, label_smoothing=0.1),
}


def losses():
    """Losses and gradients of logits (N, C) or (N, C, L)."""
    for seed, (name, shape) in enumerate(itertools.product(kLosses, [(1, 2), (4, 1), (5, 3), (16, 10), (32, 1), (64, 4), (100, 9), (7, 40), (3, 5, 8), (2, 9, 20)])):
        torch.manual_seed(seed)
        x = torch.randn(shape).mul(3).requires_grad_()
        y = torch.randn(shape)
        t = torch.randint(0, shape[1], (shape[0], *shape[2:]))
        loss = kLosses[name](x, y, t)
        loss.backward()
        yield {'name': name, 'shape': list(shape), 'seed': seed, 'loss': loss.item(), 'grad': fnv1a(x.grad)}


def make():
    about = ('sums: of randn times randn after manual_seed, hashes of the results. norms: of randn of [3, count], of its first row and of each. '
             'softmaxes: of randn rounded to one decimal; the sums along dim and the gradient of the sum of all, as they print. '
             'losses: of randn times 3, randn and randint: the loss, and a hash of its gradient.')
    write('sums', about, sums=list(sums()), norms=list(norms()), softmaxes=list(softmaxes()), losses=list(losses()))

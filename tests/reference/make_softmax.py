# Softmax, softmin and log_softmax along each dimension of many shapes: values and gradients, as float32 and as float64.
import torch
import torch.nn.functional as F
from recording import base64_of, write

nan = float('nan')
inf = float('inf')
kFunctions = [(F.softmax, 'softmax'), (F.softmin, 'softmin'), (F.log_softmax, 'log_softmax')]
kShapes = [[], [0], [2, 0], [0, 3], [1], [5], [4, 5], [3, 4, 5], [2, 3, 2, 4], [16, 16], [7, 33], [1, 1, 1]]
kRows = [*range(1, 41), 256, 1000]
# softmin is softmax of -x: a few of each are enough.
kFewer = {'softmin': ([[], [5], [3, 4, 5], [2, 0]], [3, 4, 17, 256]), 'log_softmax': (kShapes, [*range(1, 20), 31, 33, 256, 1000])}
kSpecials = [
    [nan, 1.0, 2.0],
    [inf, 1.0, 2.0],
    [inf, inf, 0.0],
    [-inf, -inf, -inf],
    [-inf, 1.0, 2.0],
    [-inf, 0.0, inf],
    [1000.0, 1001.0, 999.0],
    [-1000.0, -1001.0, -999.0],
    [88.0, -88.0, 0.0],
    [3.4e38, -3.4e38, 0.0],
    [1e-45, 0.0, -0.0],
    [0.0, 0.0, 0.0],
    [1.0, 10.0, 100.0],
    [0.0, -103.0, -104.0],
    [0.0, -87.3, -87.4],
]


def record(function, name, x, grad, dim):
    entry = {'name': name, 'shape': list(x.shape), 'dim': dim}
    arrays = {'x': x, 'grad': grad}
    for suffix, dtype in (('', torch.float32), ('64', torch.float64)):
        leaf = x.detach().to(dtype).requires_grad_()
        y = function(leaf, dim=dim)
        y.backward(grad.to(dtype))
        arrays |= {f'y{suffix}': y, f'dx{suffix}': leaf.grad}
    return {**entry, **{key: base64_of(arrays[key]) for key in ('x', 'grad', 'y', 'dx', 'y64', 'dx64')}}


def cases():
    for function, name in kFunctions:
        torch.manual_seed(31)
        shapes, lengths = kFewer.get(name, (kShapes, kRows))
        for shape in shapes:
            for dim in range(-max(1, len(shape)), max(1, len(shape))):
                yield record(function, name, torch.randn(shape) * 3, torch.randn(shape), dim)
        for length in lengths:
            rows = [2, length] if length < 100 else [length]
            yield record(function, name, torch.randn(rows) * 3, torch.randn(rows), -1)
        for row in kSpecials:
            yield record(function, name, torch.tensor(row), torch.tensor([1.0, -2.0, 0.5]), 0)
        for dim in (0, 1):
            yield record(function, name, torch.tensor(kSpecials), torch.randn(len(kSpecials), 3), dim)


def make():
    about = 'x, grad (upstream), y, dx: float32 as base64; y64, dx64: float64, from the same x and grad.'
    write('softmax', about, cases=list(cases()))

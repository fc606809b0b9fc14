# What the table of element-wise functions does not cover: glu, prelu, rrelu in training, gumbel_softmax.
import itertools

import torch
import torch.nn.functional as F
from recording import base64_of, fnv1a, write

nan = float('nan')
inf = float('inf')
kSpecials = [0.0, -0.0, 1.0, -1.0, inf, -inf, nan, 88.8, -88.8, -103.0, 104.0, 1e-45, -1e-38, 3.4e38, -3.4e38, 16.7, -16.7, 0.5]


def packed(arrays):
    return {key: base64_of(values) for key, values in arrays.items()}


def differentiated(function, inputs, grad):
    """y and the gradients of the inputs, as float32 and as float64."""
    found = {}
    for suffix, dtype in (('', torch.float32), ('64', torch.float64)):
        leaves = {key: value.detach().to(dtype).clone().requires_grad_() for key, value in inputs.items()}
        y = function(**leaves)
        y.backward(grad.to(dtype))
        found |= {f'y{suffix}': y, **{f'd{key}{suffix}': leaf.grad for key, leaf in leaves.items()}}
    return found


def glu():
    torch.manual_seed(41)
    pairs = torch.tensor(list(itertools.product(kSpecials, kSpecials))).reshape(-1, 2).t().contiguous()
    inputs = [(torch.randn(shape) * 4, dim) for shape in ([2], [6], [4, 5], [3, 8, 2], [2, 3, 4, 2], [0, 4], [500]) for dim in range(len(shape))
              if shape[dim] % 2 == 0]
    for x, dim in [(pairs, 0), (pairs.t().contiguous(), 1), *inputs]:
        grad = torch.ones_like(F.glu(x, dim)) if x is pairs else torch.randn(F.glu(x, dim).shape)
        arrays = differentiated(lambda x: F.glu(x, dim), {'x': x}, grad)
        # 1 - sigmoid(b) is 0 in float64 long before it is in truth.
        a, b = x.double().chunk(2, dim)
        slope = torch.sigmoid(b) * torch.sigmoid(-b)
        arrays['dx64'] = torch.cat([grad * torch.sigmoid(b), grad * a * slope], dim)
        yield {'shape': list(x.shape), 'dim': dim, **packed({'x': x, 'grad': grad, **arrays})}


def prelu():
    torch.manual_seed(42)
    special = torch.tensor(kSpecials)
    shapes = [([], []), ([], [1]), ([5], [1]), ([5], []), ([2, 3], [3]), ([2, 3], [1]), ([3, 4, 5], [4]), ([2, 3, 2, 3], [3]), ([0, 3], [3]),
              ([3, 0], [0]), ([700], [1]), ([2, 300], [300])]
    inputs = [(torch.randn(shape) * 3, torch.randn(weight)) for shape, weight in shapes]
    extreme = [(special, torch.tensor([w])) for w in (0.25, -1.0, 0.0, inf, nan)] + [(special[:, None].expand(-1, 3), torch.tensor([0.5, -2.0, 0.0]))]
    for x, weight in inputs + extreme:
        grad = torch.randn(x.shape)
        arrays = differentiated(lambda x, w: F.prelu(x, w), {'x': x, 'w': weight}, grad)
        yield {'shape': list(x.shape), 'weight': list(weight.shape), **packed({'x': x, 'w': weight, 'grad': grad, **arrays})}


def rrelu():
    """Slopes drawn: the same seed, the same numbers; the next random number tells how many were drawn."""
    for seed, shape, (lower, upper) in itertools.product((0, 1, 2**32 + 5), ([], [7], [3, 5], [0], [1000]), ((1 / 8, 1 / 3), (-0.5, 0.75), (0.2, 0.2))):
        torch.manual_seed(7)
        x = (torch.randn(shape) * 2).requires_grad_()
        grad = torch.randn(shape)
        torch.manual_seed(seed)
        y = F.rrelu(x, lower, upper, training=True)
        after = torch.rand(1).item()
        y.backward(grad)
        entry = {'seed': str(seed), 'shape': shape, 'lower': lower, 'upper': upper, 'after': after}
        if y.numel() > 20:
            yield {**entry, 'y': fnv1a(y), 'dx': fnv1a(x.grad)}
        else:
            yield {**entry, **packed({'y': y, 'dx': x.grad})}
    torch.manual_seed(0)
    y = F.rrelu(torch.tensor(kSpecials), training=True)
    yield {'seed': '0', 'shape': [len(kSpecials)], 'lower': 1 / 8, 'upper': 1 / 3, 'x': base64_of(torch.tensor(kSpecials)), 'y': base64_of(y)}


def gumbel():
    for seed, shape, tau, hard in itertools.product((0, 3), ([], [5], [2, 3], [2, 3, 4], [100]), (1, 0.5, 3.0), (False, True)):
        for dim in range(-1, max(len(shape) - 1, 0)):
            torch.manual_seed(7)
            logits = (torch.randn(shape) * 2).requires_grad_()
            grad = torch.randn(shape)
            torch.manual_seed(seed)
            y = F.gumbel_softmax(logits, tau, hard, dim=dim)
            after = torch.rand(1).item()
            y.backward(grad)
            entry = {'seed': str(seed), 'shape': shape, 'tau': tau, 'hard': hard, 'dim': dim, 'after': after}
            yield {**entry, **packed({'y': y, 'dx': logits.grad})}


def make():
    about = (
        'glu, prelu: x, w (weight), grad, y, dx, dw as float32, y64, dx64, dw64 as float64 (base64). rrelu, gumbel: after '
        'manual_seed(7) x = randn(shape) * 2 and grad = randn(shape), unless x is given; after manual_seed(seed) the call gives y '
        '(float32, or the hash of its bytes), and the next rand is `after`.'
    )
    write('others', about, glu=list(glu()), prelu=list(prelu()), rrelu=list(rrelu()), gumbel=list(gumbel()))

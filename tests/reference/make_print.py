# Printed tensors: shapes and values that reach every rule of torch/_tensor_str.py, with the text PyTorch prints.
import random

import torch
from recording import base64_of, write

nan = float('nan')
inf = float('inf')
kEdges = [1e-4, 1.0001e-4, 9.999e-5, 1e8, 1e8 + 8, 1000.0, 1001.0, 1.0, 1e-3, 999.99, 0.99995, 0.00005, 9999.5, 99999.5]
kEdges += [99.99995, -1.0, 0.5, 1e21, 1e22, 3.4e38, 1e-45, 1.1754944e-38]
kNames = {torch.float32: 'float32', torch.float64: 'float64', torch.int64: 'int64', torch.int32: 'int32'}
kNames |= {torch.uint8: 'uint8', torch.bool: 'bool'}
choose = random.Random(14)


def powers(count, low, high):
    return 10 ** (torch.rand(count, dtype=torch.float64) * (high - low) + low)


def mixed(count):
    """Values with what is not finite, and zeros of both signs, among them."""
    kind = choose.choice([kind for kind in kClasses if kind != 'not finite'])
    values = kClasses[kind](count)
    for i in range(count):
        if choose.random() < 0.3:
            values[i] = choose.choice([nan, inf, -inf, 0.0, -0.0])
    return values


def whole(count):
    return torch.randint(-choose.choice([2, 10, 1000, 10**7]), choose.choice([3, 10, 1000, 10**9]), (count,)).double()


def odd(count):
    limit = 2 ** choose.choice([4, 10, 20])
    return torch.randint(-limit, limit, (count,)).double() * 2 + 1


kClasses = {
    'normal': lambda n: torch.randn(n, dtype=torch.float64) * 10 ** choose.uniform(-1, 1),
    'positive': lambda n: torch.rand(n, dtype=torch.float64) * choose.choice([1, 10, 999, 1e-3]),
    'tiny': lambda n: torch.randn(n, dtype=torch.float64) * 10 ** choose.uniform(-44, -3),
    'huge': lambda n: torch.randn(n, dtype=torch.float64) * 10 ** choose.uniform(3, 37),
    'all magnitudes': lambda n: torch.randn(n, dtype=torch.float64) * powers(n, -20, 20),
    'whole': whole,
    'binary ties': lambda n: odd(n) / 2 ** choose.randrange(1, 8),
    'decimal ties': lambda n: odd(n) * 5 ** choose.randrange(0, 4) * 10 ** choose.randrange(0, 8),
    'zeros': lambda n: torch.zeros(n, dtype=torch.float64) * (torch.randint(0, 2, (n,)) * 2 - 1),
    'not finite': mixed,
    'limits': lambda n: torch.tensor([choose.choice(kEdges) for _ in range(n)], dtype=torch.float64),
}


def a_shape():
    """Scalars, empties, up to five dimensions, at most 120 elements."""
    kind = choose.random()
    if kind < 0.1:
        return []
    if kind < 0.4:
        return [choose.randrange(0, 40)]
    shape = [choose.randrange(1, 5) for _ in range(choose.randrange(1, 6))]
    if choose.random() < 0.08:
        shape[choose.randrange(len(shape))] = 0
    if choose.random() < 0.15:
        shape[choose.randrange(len(shape))] = choose.randrange(5, 30)
    while torch.Size(shape).numel() > 120:
        shape[shape.index(max(shape))] = 2
    return shape


def entry(values, kind, suffix=''):
    text = str(values)
    result = {'kind': kind, 'shape': list(values.shape), 'data': base64_of(values), 'text': text}
    if values.dtype != torch.float32:
        result['dtype'] = kNames[values.dtype]
    if suffix:
        result['suffix'] = suffix
    return result


def with_suffix(values):
    """The values as a leaf that requires a gradient, or as the result of an operation with a name of some length."""
    leaf = values.detach().requires_grad_()
    if choose.random() < 0.4:
        return leaf, 'requires_grad=True'
    result = choose.choice([torch.sigmoid, torch.relu, lambda x: x * 1, torch.nn.functional.leaky_relu])(leaf)
    return result, f'grad_fn=<{type(result.grad_fn).__name__}>'


def fuzzed():
    for _ in range(280):
        kind = choose.choice(list(kClasses))
        shape = a_shape()
        values = kClasses[kind](torch.Size(shape).numel()).float().reshape(shape)
        values, suffix = with_suffix(values) if choose.random() < 0.35 else (values, '')
        yield entry(values, kind, suffix)
    for _ in range(80):
        dtype = choose.choice([torch.float64, torch.int64, torch.int32, torch.uint8, torch.bool])
        shape = a_shape()
        kind = choose.choice(list(kClasses)) if dtype == torch.float64 else 'whole'
        values = kClasses[kind](torch.Size(shape).numel()).reshape(shape)
        values = values.abs() % 256 if dtype == torch.uint8 else values > 0 if dtype == torch.bool else values
        yield entry(values.to(dtype), kind)


def wide():
    """Rows of each length around the width of a line."""
    for count in range(5, 30, 3):
        for kind in ('normal', 'tiny', 'whole', 'zeros'):
            values, suffix = with_suffix(kClasses[kind](count).float())
            yield entry(values, kind, suffix)


def summarised():
    """Large tensors, given by a rule: k * step for the k-th element, or manual_seed(seed) and randn."""
    yield {'shape': [1000], 'step': 1.0, 'text': str(torch.arange(1000.0))}
    steps = [1.0, 0.5, -0.001, 1e-6, 1e5, 0.0]
    shapes = [[1001], [30, 40], [2, 600], [7, 150], [6, 200], [1001, 1], [1, 1001], [100000], [300, 300]]
    for shape in [*shapes, [11, 10, 10], [3, 7, 5, 11], [2, 2, 2, 200], [2, 1, 7, 2, 50]]:
        for step in steps if len(shape) < 3 else steps[1:3]:
            values = torch.arange(torch.Size(shape).numel(), dtype=torch.float64) * step
            yield {'shape': shape, 'step': step, 'text': str(values.float().reshape(shape))}
        torch.manual_seed(7)
        yield {'shape': shape, 'seed': 7, 'text': str(torch.randn(shape))}
    torch.manual_seed(8)
    yield {'shape': [8, 8, 8, 8], 'seed': 8, 'text': str(torch.randn(8, 8, 8, 8))}


def with_options():
    settings = [{'precision': p} for p in (0, 1, 2, 8, 12)] + [{'sci_mode': True}, {'sci_mode': False}]
    settings += [{'linewidth': w} for w in (1, 20, 40, 120)] + [{'profile': p} for p in ('default', 'short', 'full')]
    settings += [{'threshold': 5}, {'threshold': 5, 'edgeitems': 1}, {'edgeitems': 0}, {'threshold': 0, 'edgeitems': 0}]
    settings += [{'profile': 'short', 'linewidth': 100, 'sci_mode': True}, {'threshold': 10, 'edgeitems': 2}]
    for options in settings:
        for shape, kind in (([12], 'normal'), ([3, 7], 'limits'), ([5], 'whole'), ([2, 2, 6], 'not finite'), ([], 'tiny')):
            values = kClasses[kind](torch.Size(shape).numel()).float().reshape(shape)
            torch.set_printoptions(**options)
            yield {'options': options, **entry(values, kind)}
            torch.set_printoptions(profile='default')


def make():
    choose.seed(14)
    torch.manual_seed(14)
    torch.set_printoptions(profile='default')
    about = 'str(tensor): the values as base64 (float32 unless dtype says else), suffix is what the autograd part adds.'
    write('print', about, cases=[*fuzzed(), *wide()], options=list(with_options()), summarised=list(summarised()))

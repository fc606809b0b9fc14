# Values and gradients of the element-wise activations at special and at random points, as float32 and as float64.
import math

import torch
import torch.nn.functional as F
from recording import base64_of, float32, number, write

nan = float('nan')
inf = float('inf')


def exact_gelu(x, approximate='none'):
    """Without PyTorch's cancellation below 0, in float64."""
    if approximate == 'none':
        return 0.5 * x * torch.special.erfc(-x / math.sqrt(2))
    return x * torch.sigmoid(2 * math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))


def exact_rrelu(x, lower=1 / 8, upper=1 / 3):
    """Its slope is formed in float64 and rounded then."""
    return F.leaky_relu(x, rounded((lower + upper) / 2))


def exact_tanhshrink(x):
    """Its series where the difference would cancel."""
    small = torch.where(x.abs() < 0.1, x, 0.0)
    terms = (1 / 3, -2 / 15, 17 / 315, -62 / 2835, 1382 / 155925)
    series = sum(c * small ** (3 + 2 * k) for k, c in enumerate(terms))
    return torch.where(x.abs() < 0.1, series, x - torch.tanh(x))


def squareplus(x, b=4.0):
    """jax.nn.squareplus, written with PyTorch."""
    return (x + torch.sqrt(x * x + b)) / 2


def exact_squareplus(x, b=4.0):
    """Without the cancellation below 0."""
    root = torch.sqrt(x * x + b)
    return torch.where(x < 0, b / (root - torch.where(x < 0, x, 0.0)) + (x - x), x + root) / 2


# An activation is one line: its function, its name in torch.nn.functional, the points where it bends (numbers, or names of
# parameters), then one dict of parameters for each case.
kActivations = [
    (F.relu, 'relu', [0.0], {}),
    (F.leaky_relu, 'leaky_relu', [0.0], *({'negative_slope': s} for s in (0.01, 0.1, 0.0, 1.0, -0.5, 3.0, nan))),
    (F.relu6, 'relu6', [0.0, 6.0], {}),
    (F.rrelu, 'rrelu', [0.0], {}, {'lower': -0.5, 'upper': 0.25}, {'lower': 0.3, 'upper': 0.3}),
    (F.hardtanh, 'hardtanh', ['min_val', 'max_val'], {}, {'min_val': -2.5, 'max_val': 0.75}, {'min_val': 1.0, 'max_val': 1.0}),
    (F.threshold, 'threshold', ['threshold'], *({'threshold': t, 'value': v} for t, v in ((0.1, 20.0), (-1.0, nan), (0.0, -0.0)))),
    (torch.sigmoid, 'sigmoid', [0.0], {}),
    (torch.tanh, 'tanh', [0.0], {}),
    (F.logsigmoid, 'logsigmoid', [0.0], {}),
    (F.softsign, 'softsign', [0.0], {}),
    (F.hardsigmoid, 'hardsigmoid', [-3.0, 3.0], {}),
    (F.elu, 'elu', [0.0], {}, *({'alpha': a} for a in (0.5, 0.0, -1.5, 3.0, inf))),
    (F.selu, 'selu', [0.0], {}),
    (F.celu, 'celu', [0.0], {}, *({'alpha': a} for a in (0.5, -1.0, 3.0, 1e-3))),
    (F.gelu, 'gelu', [0.0], {}, {'approximate': 'tanh'}),
    (F.silu, 'silu', [0.0], {}),
    (F.mish, 'mish', [0.0], {}),
    (F.hardswish, 'hardswish', [-3.0, 3.0], {}),
    (F.softplus, 'softplus', [0.0, 'threshold'], {}, *({'beta': b, 'threshold': t} for b, t in ((2.0, 5.0), (-1.0, 20.0), (0.25, 1.0)))),
    (F.hardshrink, 'hardshrink', [-0.5, 'lambd'], {}, *({'lambd': a} for a in (0.0, 2.0, -1.0))),
    (F.softshrink, 'softshrink', [-0.5, 'lambd'], {}, *({'lambd': a} for a in (0.0, 2.0))),
    (F.tanhshrink, 'tanhshrink', [0.0], {}),
    (torch.exp, 'exp', [0.0], {}),
    (squareplus, 'squareplus', [0.0], {}, {'b': 1.0}, {'b': 0.3}),
]
# Where float64 as PyTorch computes it is no reference for float32.
kExact = {'gelu': exact_gelu, 'rrelu': exact_rrelu, 'tanhshrink': exact_tanhshrink, 'squareplus': exact_squareplus}
# In-place forms that differentiate the result, by a formula of their own.
kFromResult = {'leaky_relu': F.leaky_relu_, 'rrelu': F.rrelu_, 'elu': F.elu_, 'selu': F.selu_, 'celu': F.celu_}
# Where exp overflows or vanishes in float32, where 1 + exp(-x) rounds to 1, where tanh rounds to 1, and small numbers.
kTurns = [88.72283, 88.0, 87.33655, 103.97208, 104.0, 16.635532, 17.328679, 9.010913, 0.625, 4e-4, 1e-4, 1e-7, 1e-20]
kTurns += [0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 6.0, 10.0, 20.0, 50.0, 100.0, 1000.0, 1e10, 1e38]
kRandom = 200


def neighbours(value):
    """A float32 and those next to it on either side."""
    middle = torch.tensor(value, dtype=torch.float32)
    ends = [torch.nextafter(middle, torch.tensor(side)) for side in (-math.inf, math.inf)]
    return [ends[0].item(), middle.item(), ends[1].item()]


def special_points(kinks, parameters):
    smallest, least_normal, largest = float32(1), float32(0x00800000), float32(0x7f7fffff)
    subnormal = float32(0x007fffff)
    points = [0.0, smallest, subnormal, least_normal, largest, math.inf]
    for turn in kTurns:
        points += neighbours(turn)
    points = [sign * point for point in points for sign in (1, -1)] + [nan]
    for kink in kinks:
        points += neighbours(parameters.get(kink, 1.0) if isinstance(kink, str) else kink)
    return torch.tensor(points, dtype=torch.float32)


def evaluate(function, parameters, x, grad, in_place=False):
    leaf = x.clone().requires_grad_()
    y = function(leaf * 1 if in_place else leaf, **parameters)
    y.backward(grad)
    return y.detach(), leaf.grad


def one_by_one(function, parameters, x, grad, special):
    """Special points alone: in company PyTorch's vector code treats NaN and zeros otherwise than its scalar code."""
    parts = [*x[:special].split(1), x[special:]]
    results = [evaluate(function, parameters, *pair) for pair in zip(parts, [*grad[:special].split(1), grad[special:]])]
    return tuple(torch.cat(list(values)) for values in zip(*results))


def rounded(value):
    return torch.tensor(value, dtype=torch.float32).item() if isinstance(value, float) else value


def in_place(name, parameters, x, grad):
    """The gradient of the in-place form, where that is another one and PyTorch has it for this slope."""
    try:
        return {'dx_': evaluate(kFromResult[name], parameters, x, grad, True)[1]} if name in kFromResult else {}
    except RuntimeError:
        return {}


def cases():
    for index, (function, name, kinks, *settings) in enumerate(kActivations):
        for parameters in settings:
            special = special_points(kinks, parameters)
            generator = torch.Generator().manual_seed(1000 + index)
            scattered = torch.randn(kRandom, generator=generator) * 3
            x = torch.cat([special, scattered])
            grad = torch.randn(x.numel(), generator=generator)
            grad[: special.numel()] = 1
            y, dx = one_by_one(function, parameters, x, grad, special.numel())
            exact = parameters if name in kExact else {key: rounded(value) for key, value in parameters.items()}
            y64, dx64 = evaluate(kExact.get(name, function), exact, x.double(), grad.double())
            given = {key: value if isinstance(value, str) else number(value) for key, value in parameters.items()}
            arrays = {'x': x, 'grad': grad, 'y': y, 'dx': dx, 'y64': y64, 'dx64': dx64, **in_place(name, parameters, x, grad)}
            packed = {key: base64_of(values) for key, values in arrays.items()}
            yield {'name': name, 'parameters': given, 'special': special.numel(), **packed}


def make():
    about = (
        'x, grad (upstream), y, dx, dx_ (of the in-place form, where that differs): float32 as base64; y64, dx64: float64, from '
        'the same x and grad and from the parameters rounded to float32. First `special` points with grad 1, each by itself, then points of '
        'randn * 3 with a random grad. oneDNN is off: what it makes of infinities differs from what PyTorch does without it.'
    )
    with torch.backends.mkldnn.flags(enabled=False):
        write('activations', about, cases=list(cases()))

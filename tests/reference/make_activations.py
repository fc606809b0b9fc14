# Values and gradients of the element-wise activations at special and at random points, as float32 and as float64.
import math

import torch
import torch.nn.functional as F
from recording import base64_of, float32, number, write

nan = float('nan')
# An activation is one line: its function, its name in torch.nn.functional, the points where it bends, then one dict of
# parameters for each case.
kActivations = [
    (F.relu, 'relu', [0.0], {}),
    (F.leaky_relu, 'leaky_relu', [0.0], *({'negative_slope': s} for s in (0.01, 0.1, 0.0, 1.0, -0.5, 3.0, nan))),
    (torch.sigmoid, 'sigmoid', [0.0], {}),
    (torch.tanh, 'tanh', [0.0], {}),
]
# Where exp overflows or vanishes in float32, where 1 + exp(-x) rounds to 1, where tanh rounds to 1, and small numbers.
kTurns = [88.72283, 88.0, 87.33655, 103.97208, 104.0, 16.635532, 17.328679, 9.010913, 0.625, 4e-4, 1e-4, 1e-7, 1e-20]
kTurns += [0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 6.0, 10.0, 20.0, 50.0, 100.0, 1000.0, 1e10, 1e38]
kRandom = 500


def neighbours(value):
    """A float32 and those next to it on either side."""
    middle = torch.tensor(value, dtype=torch.float32)
    ends = [torch.nextafter(middle, torch.tensor(side)) for side in (-math.inf, math.inf)]
    return [ends[0].item(), middle.item(), ends[1].item()]


def special_points(kinks):
    smallest, least_normal, largest = float32(1), float32(0x00800000), float32(0x7f7fffff)
    subnormal = float32(0x007fffff)
    points = [0.0, smallest, subnormal, least_normal, largest, math.inf]
    for turn in kTurns:
        points += neighbours(turn)
    points = [sign * point for point in points for sign in (1, -1)] + [nan]
    for kink in kinks:
        points += neighbours(kink)
    return torch.tensor(points, dtype=torch.float32)


def evaluate(function, parameters, x, grad):
    leaf = x.clone().requires_grad_()
    y = function(leaf, **parameters)
    y.backward(grad)
    return y.detach(), leaf.grad


def cases():
    for index, (function, name, kinks, *settings) in enumerate(kActivations):
        special = special_points(kinks)
        for parameters in settings:
            generator = torch.Generator().manual_seed(1000 + index)
            scattered = torch.randn(kRandom, generator=generator) * 3
            x = torch.cat([special, special, scattered])
            grad = torch.randn(x.numel(), generator=generator)
            grad[: special.numel()] = 1
            y, dx = evaluate(function, parameters, x, grad)
            rounded = {key: torch.tensor(value, dtype=torch.float32).item() for key, value in parameters.items()}
            y64, dx64 = evaluate(function, rounded, x.double(), grad.double())
            given = {key: number(value) for key, value in parameters.items()}
            arrays = {'x': x, 'grad': grad, 'y': y, 'dx': dx, 'y64': y64, 'dx64': dx64}
            packed = {key: base64_of(values) for key, values in arrays.items()}
            yield {'name': name, 'parameters': given, 'special': special.numel(), **packed}


def make():
    about = (
        'x, grad (upstream), y, dx: float32 as base64; y64, dx64: float64, from the same x and grad and from the parameters '
        'rounded to float32. First `special` points with grad 1, the same with a random grad, then points of randn * 3.'
    )
    write('activations', about, cases=list(cases()))

# Activations of float64 and their gradients.
import torch
import torch.nn.functional as F
from recording import base64_of, write

kNames = ['relu', 'leaky_relu', 'relu6', 'rrelu', 'hardtanh', 'sigmoid', 'tanh', 'logsigmoid', 'softsign', 'hardsigmoid', 'elu', 'selu',
          'celu', 'gelu', 'silu', 'mish', 'hardswish', 'softplus', 'hardshrink', 'softshrink', 'tanhshrink']
kPlaces = [-800., -50., -20., -8., -5., -3., -2.5, -1., -0.5, -1e-3, -1e-9, -0., 0., 1e-9, 1e-3, 0.3, 0.5, 1., 2., 3., 6., 8., 20., 50., 800.,
           float('inf'), -float('inf'), float('nan')]
kRows = {'softmax': lambda x: F.softmax(x, 1), 'log_softmax': lambda x: F.log_softmax(x, 1), 'softmin': lambda x: F.softmin(x, 1),
         'glu': lambda x: F.glu(x, 0)}


def graded(name, function, x):
    x = x.clone().requires_grad_()
    y = function(x)
    y.backward(torch.linspace(0.5, 1.5, y.numel(), dtype=torch.float64).reshape(y.shape))
    return {'name': name, 'result': base64_of(y), 'gradient': base64_of(x.grad)}


def make():
    places = torch.tensor(kPlaces, dtype=torch.float64)
    torch.manual_seed(0)
    rows = torch.randn(4, 5, 3, dtype=torch.float64)
    functions = {name: getattr(F, name) for name in kNames} | {'gelu_tanh': lambda x: F.gelu(x, approximate='tanh')}
    write('doubles', 'Float64, base64: each function at `places`, rows of [4, 5, 3] along dim 1 (glu along 0); the gradient from above is linspace(0.5, 1.5).',
          places=base64_of(places), rows=base64_of(rows),
          elementwise=[graded(name, function, places) for name, function in functions.items()],
          rowwise=[graded(name, function, rows) for name, function in kRows.items()])

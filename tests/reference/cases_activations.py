# Python about every activation of torch.nn: good calls and bad ones, in place, with gradients, in all the forms PyTorch has.
# Lines for all of them by rule, then what one of them is known for. x is tensor([-2., -0.5, 0., 0.5, 2.]).
import torch
import torch.nn as nn
import torch.nn.functional as F

# torch.nn's name and the arguments that its forms must have.
kModules = {name: '' for name in (
    'ELU CELU SELU GELU Hardshrink Hardsigmoid Hardtanh Hardswish LeakyReLU LogSigmoid PReLU ReLU ReLU6 RReLU Sigmoid SiLU '
    'Mish Softplus Softshrink Softsign Tanh Tanhshrink'
).split()}
kModules |= {'Threshold': '0.1, 20', 'Softmax': '0', 'Softmin': '0', 'LogSoftmax': '0', 'GLU': '', 'Softmax2d': ''}
kFunctions = {name: '' for name in (
    'elu celu selu gelu hardshrink hardsigmoid hardtanh hardswish leaky_relu logsigmoid relu relu6 rrelu sigmoid silu mish '
    'softplus softshrink softsign tanh tanhshrink'
).split()}
kFunctions |= {'threshold': '0.1, 20', 'softmax': '0', 'softmin': '0', 'log_softmax': '0', 'glu': '', 'prelu': 'torch.ones(1)'}


def joined(*parts):
    return ', '.join(part for part in parts if part)


def of_modules():
    for name, given in kModules.items():
        x = {'GLU': 'x[:4]', 'Softmax2d': 'torch.ones(2, 2, 1)'}.get(name, 'x')
        module = f'nn.{name}({given})'
        yield from (f'nn.{name}()', module, f'nn.{name}(1, 2, 3, 4, 5, 6)', f'nn.{name}(foo=1)', f'nn.{name}(inplace=True)')
        yield from (f'{module}({x})', f'{module}()', f'{module}({x}, {x})', f'{module}([0.5])', f'{module}(0.5)')
        yield from (f'{module}({x}, foo=1)', f'{module}.eval().training', f"{module}.train('a')")
        yield from (f'w = {x}.clone().requires_grad_(); {module}(w)',)


def in_place(name, given):
    call = joined('y', given)
    yield f'w = x.clone().requires_grad_(); F.{name}({joined("w", given)})'
    yield f'w = x.clone().requires_grad_(); y = w * 1; r = F.{name}({call})'
    yield f'w = x.clone().requires_grad_(); y = w * 1; F.{name}({call}).sum().backward(); r = w.grad'
    yield f'w = x.clone().requires_grad_(); y = w * 1; z = F.{name}({call}); y.mul_(2); z.sum().backward()'
    yield f'w = x.clone().requires_grad_(); y = w * w; F.{name}({call}); y.sum().backward(); r = w.grad'
    yield f'w = x.clone().requires_grad_(); y = torch.sigmoid(w); F.{name}({call}); y.sum().backward()'
    yield f'y = x.expand(2, 5); F.{name}({call})'


def of_functions():
    for name, given in kFunctions.items():
        x = 'x[:4]' if name == 'glu' else 'x'
        yield from (f'F.{name}()', f'F.{name}({joined(x, given)})', f'F.{name}({x})', f'F.{name}({x}, foo=1)')
        yield from (f'F.{name}({joined(value, given)})' for value in ("'a'", '3', '0.5', 'None', '[0.5]', 'torch.tensor(1.)'))
        yield from (f'F.{name}({x}, {x})', f"F.{name}({x}, 'a')", f'F.{name}({x}, None)', f'F.{name}({x}, 1, 2, 3, 4, 5, 6)')
        total = '(y * x).sum()' if 'softm' in name else 'y.sum()'  # 1 has no gradient, but its rounding
        yield f'w = {x}.clone().requires_grad_(); y = F.{name}({joined("w", given)}); {total}.backward(); r = w.grad'
        yield f'w = {x}.clone().requires_grad_(); y = F.{name}({joined("w", given)}); y.mul_(2); y.sum().backward()'
        yield f'w = {x}.clone().requires_grad_(); v = w * 1; y = F.{name}({joined("v", given)}); v.mul_(2); y.sum().backward()'
        if hasattr(F, f'{name}_'):
            yield from (f'F.{name}_()', f'F.{name}_(3)', f'F.{name}_({joined("x", given)})', f'F.{name}_(x, foo=1)')
            # elu_ takes two more, which torchlet does not have.
            yield from () if name == 'elu' else (f'F.{name}_(x, 1, 2, 3, 4, 5, 6)',)
            yield from in_place(f'{name}_', given)
        if 'inplace' in (getattr(F, name).__annotations__ if hasattr(getattr(F, name), '__annotations__') else ()):
            yield from (f'F.{name}({joined("x", given)}, inplace=True)', f'F.{name}({joined("x", given)}, inplace=x)')
            yield from in_place(name, joined(given, 'inplace=True'))


def of_torch():
    for name, given in {**kFunctions, 'exp': ''}.items():
        for form in (name, f'{name}_'):
            if hasattr(torch, form):
                yield from (f'torch.{form}()', f'torch.{form}(3)', f'torch.{form}({joined("x", given)})')
                yield from (f"torch.{form}(x, 'a', 'b', 3, 4, 5, 6)", f'torch.{form}(x, foo=1)', f"torch.{form}(x, 'a')")
            if hasattr(torch.Tensor, form):
                yield from (f'x.{form}({given})', f"x.{form}('a')", f'x.{form}(3, 4, 5, 6)', f'x.{form}(foo=1)', f'x.{form}()')
    for name in ('sigmoid', 'tanh', 'exp', 'relu'):
        yield f'w = x.clone().requires_grad_(); y = w * 1; y.{name}_(); y.sum().backward(); r = w.grad'


kNumbers = ['0', '-1', '0.5', 'nan', 'inf', '-inf', '1e39', '3.4e38', '-3.5e38', 'True', 'torch.tensor(0.5)', '1e-30']


def of_parameters():
    for name in ('elu', 'celu', 'leaky_relu', 'hardshrink', 'softshrink', 'softplus', 'hardtanh', 'rrelu'):
        for number in kNumbers:
            yield f'F.{name}(x, {number})'
            yield f'w = x.clone().requires_grad_(); F.{name}(w, {number}).sum().backward(); r = w.grad'
    for name in ('elu', 'celu', 'leaky_relu'):
        for number in kNumbers:
            yield f'w = x.clone().requires_grad_(); y = w * 1; F.{name}_(y, {number}).sum().backward(); r = w.grad'
    for first in ('0', 'nan', 'inf', '-inf', '1e39', 'True', '-0.5'):
        yield from (f'F.threshold(x, {first}, 7)', f'F.threshold(x, 0.25, {first})', f'F.softplus(x, 1, {first})')
        yield from (f'F.hardtanh(x, -1, {first})', f'F.hardtanh(x, {first}, 3)', f'F.rrelu(x, 0.1, {first}, True)')
        yield f'F.hardtanh_(x.clone(), {first}, -2)'


own = r'''
F.celu(x, 1e-46)
F.celu(x, alpha=1e-39)
F.hardtanh(x, 'a', 2)
F.hardtanh(x, 'a', 'b')
F.hardtanh(x, 'b', 'a')
F.hardtanh(x, min_val=0.5)
F.hardtanh(x, max_val=-2)
F.hardtanh(x, min_value=0.5)
nn.Hardtanh('a')
nn.Hardtanh('a', 'b')
nn.Hardtanh(None)
nn.Hardtanh(nan, 1)
nn.Hardtanh(1)
nn.Hardtanh(2.5, 1.5)
nn.Hardtanh(-2, 2, True)
nn.Hardtanh(min_value=-2)(x)
nn.Hardtanh(max_value=0.25)(x)
nn.Hardtanh(-1, 1, False, -3, 3)
nn.Hardtanh(min_value=2)
nn.ReLU6(True)
nn.ReLU6(inplace=True)(x)
nn.Threshold(0.1, 20, True)
nn.Threshold(threshold=0.5, value=-1.5, inplace=True)(x)
nn.Threshold('a', 1)
nn.Threshold('a', 1)(x)
nn.Threshold(0.1, 20, 3, 4)
nn.ELU(0.5)
nn.ELU(2.0, True)
nn.ELU('a')
nn.ELU('a')(x)
nn.CELU(2)
nn.CELU(0.5, inplace=True)
nn.SELU(inplace=True)
nn.SELU(1, 2)
nn.Hardsigmoid(inplace=True)
nn.Hardswish(inplace=True)
nn.Hardswish(True)(x)
nn.SiLU(inplace=True)
nn.Mish(inplace=True)
nn.Hardshrink(1)
nn.Hardshrink(lambd=0.25)
nn.Hardshrink('a')
nn.Hardshrink('a')(x)
nn.Softshrink(1.5)
nn.Softshrink(lambd=2)(x)
nn.Softplus(2, 10)
nn.Softplus(2, threshold=5)(x)
nn.Softplus('a')(x)
nn.GELU(None)
nn.GELU(None)(x)
nn.GELU(1)
nn.GELU(approximate='none')
nn.GELU('tanh')(x)
F.gelu(x, approximate='none')
F.gelu(x, approximate=None)
F.gelu(x, approximate=1)
F.gelu(x, approximate='')
nn.RReLU(0.1, 0.3, True)
nn.RReLU(0, 1)
nn.RReLU(0.1, 0.3, True)(x)
nn.RReLU(0.1, upper=0.3)
m = nn.RReLU(); m.eval(); r = m(x)
m = nn.RReLU(); m.training = 0; r = m(x)
m = nn.RReLU(); m.training = 'a'; r = m(x)
m = nn.RReLU(); m.training = None; r = m(x)
m = nn.RReLU(0.2, 0.4); m.lower = 0.3; r = m.eval()(x)
F.rrelu(x, training=True)
F.rrelu(x, training=1)
F.rrelu(x, training=None)
torch.rrelu(x, training=None)
torch.rrelu(x, 0.1, 0.3, True)
F.rrelu(x, 0.1, 0.3, True, True)
F.rrelu(x, 0.5, 0.1, True)
F.rrelu(x, inf, inf)
F.rrelu(x, 0.1, -inf)
F.rrelu(x, -1e39, 1e39)
F.rrelu(x, -1e39, 1e39, True)
F.rrelu_(x, 0.5, 0.1)
F.rrelu_(x, training='a')
w = x.clone().requires_grad_(); y = w * 1; r = F.rrelu(y, 0.1, 0.3, True)
w = x.clone().requires_grad_(); F.rrelu(w, 0.1, 0.3, True).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.rrelu_(y, 0.1, 0.3, True).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.rrelu_(y, -0.3, -0.1).sum().backward()
w = x.clone().requires_grad_(); y = w * 1; F.rrelu_(y, -0.2, -0.2, True).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); F.rrelu_(w, 0.1, 0.3, True)
w = x.clone().requires_grad_(); y = w * 1; F.rrelu(y, 0.1, 0.3, True).sum().backward(); r = torch.rand(1)
w = x.clone().requires_grad_(); v = w * 1; y = F.rrelu(v, 0.1, 0.3, True); v.mul_(2); y.sum().backward()
w = x.clone().requires_grad_(); v = w * 1; y = F.rrelu_(v, 0.1, 0.3, True); v.mul_(2); y.sum().backward()
F.rrelu(torch.zeros(2, 3).sub(1).t(), 0.1, 0.3, True)
F.glu(x[:4], 0)
F.glu(x[:4], dim=-1)
F.glu(x[:4], 1)
F.glu(x[:4], 0.5)
F.glu(x[:4], dim='a')
F.glu(torch.ones(2, 4), 0)
F.glu(torch.ones(2, 4), 1)
F.glu(torch.ones(2, 3))
F.glu(torch.zeros(0, 4), 1)
F.glu(torch.zeros(0, 4), 0)
F.glu(torch.zeros(3, 0), 1)
F.glu(torch.ones(2, 4).t(), 0)
F.glu(torch.ones(2, 4, 3), 1).shape
nn.GLU(0)(torch.ones(2, 4))
nn.GLU('a')
nn.GLU(1, 2)
nn.GLU(0.5)
w = torch.ones(2, 4).requires_grad_(); F.glu(w, 0).sum().backward(); r = w.grad
F.prelu(x, torch.tensor([0.25, 0.5]))
F.prelu(x, torch.tensor(-1.))
F.prelu(torch.tensor(-1.), torch.tensor(0.25))
F.prelu(torch.tensor(-1.), torch.tensor([0.25]))
F.prelu(torch.tensor(-1.), torch.tensor([0.25, 1.]))
F.prelu(torch.tensor(-1.), torch.zeros(0))
F.prelu(torch.zeros(0), torch.zeros(0))
F.prelu(torch.zeros(0, 3), torch.zeros(3))
F.prelu(torch.zeros(3, 0), torch.zeros(0))
F.prelu(x, torch.zeros(1, 1, 1))
F.prelu(torch.ones(2, 3).neg(), torch.tensor([1., 2., 3.]))
F.prelu(torch.ones(2, 3, 2).neg(), torch.tensor([1., 2., 3.]))
F.prelu(x, 0.25)
F.prelu(x, weight=0.5)
F.prelu(x, [0.25])
F.prelu(x, None)
x.prelu(torch.tensor([0.5]))
x.prelu(weight=torch.tensor(0.5))
x.prelu(0.5)
w = torch.tensor([0.5, 2.]).requires_grad_(); F.prelu(torch.ones(3, 2).neg(), w).sum().backward(); r = w.grad
w = torch.tensor(0.5).requires_grad_(); F.prelu(x, w).sum().backward(); r = w.grad
w = torch.tensor([0.5]).requires_grad_(); v = x.clone().requires_grad_(); F.prelu(v, w).sum().backward(); r = v.grad
w = torch.tensor([0.5]).requires_grad_(); v = w * 1; y = F.prelu(x, v); v.mul_(2); y.sum().backward()
w = torch.tensor([0.5, 1.]).requires_grad_(); v = w * 1; y = F.prelu(torch.ones(3, 2), v); v.mul_(2); y.sum().backward()
w = x.clone().requires_grad_(); v = w * 1; y = F.prelu(v, torch.ones(1)); v.mul_(2); y.sum().backward()
nn.PReLU(3)
nn.PReLU(3, 0.1)
nn.PReLU(num_parameters=3, init=0.1).weight
nn.PReLU().weight
nn.PReLU(3).weight
nn.PReLU(3).weight.shape
nn.PReLU().weight.grad
nn.PReLU().weight.requires_grad
nn.PReLU().weight.is_leaf
nn.PReLU(init=2).weight
nn.PReLU(init=nan).weight
nn.PReLU(init=1e39).weight
nn.PReLU(init=True).weight
nn.PReLU(init=None)
nn.PReLU(init=torch.tensor(0.5)).weight
nn.PReLU('a')
nn.PReLU(True)
nn.PReLU(None)
nn.PReLU([2, 3])
nn.PReLU([2, 3])(torch.zeros(2, 3))
nn.PReLU(0)(torch.zeros(2, 0))
nn.PReLU(dtype=torch.float32)
nn.PReLU(dtype='a')
nn.PReLU(1, 0.25, None, None, 1)
m = nn.PReLU(); m.weight = 3
m = nn.PReLU(); m.weight = torch.ones(1)
m = nn.PReLU(); m.weight = None; r = m(x)
m = nn.PReLU(); m.weight = nn.Parameter(torch.ones(1)); r = m(x)
m = nn.PReLU(); m.init = 3; m.num_parameters = 7; r = m
m = nn.PReLU(2, 0.5); m.init = 3; m.reset_parameters(); r = m.weight
m = nn.PReLU(); m(x).sum().backward(); r = m.weight.grad
m = nn.PReLU(2); m(torch.ones(2, 2).neg()).sum().backward(); r = m.weight.grad
m = nn.PReLU(); m(x).sum().backward(); m(x).sum().backward(); r = m.weight.grad
m = nn.PReLU(); m(x).sum().backward(); m.zero_grad(); r = m.weight.grad
m = nn.PReLU().requires_grad_(False); r = m(x)
nn.PReLU().requires_grad_(False).weight
F.leaky_relu(x, nn.PReLU().weight)
nn.Parameter(torch.ones(2))
nn.Parameter(torch.ones(2), False)
nn.Parameter(torch.ones(2), requires_grad=False)
nn.Parameter()
nn.Parameter(3)
nn.Parameter([1.])
nn.Parameter(torch.tensor(1.))
nn.Parameter(torch.ones(2) * 1).is_leaf
nn.Parameter(torch.ones(2)) + 1
nn.Parameter(torch.ones(2)).clone()
nn.Parameter(torch.ones(2)).detach()
nn.ReLU()(nn.Parameter(torch.ones(2)))
F.softmin(x, 0)
F.softmin(x, dim=1)
F.softmin(x, dim='a')
F.softmin(torch.zeros(2, 3))
F.softmin('a', 0)
F.softmin(3, 0)
F.softmin([0.5])
F.softmin(x, 0, 3, torch.float32)
F.log_softmax(x, 0)
F.log_softmax(x, dim=1)
F.log_softmax(x, dim='a')
F.log_softmax(torch.zeros(2, 3))
F.log_softmax([0.5])
F.log_softmax(torch.tensor([inf, 1.]), 0)
F.log_softmax(torch.tensor([-inf, 1.]), 0)
F.log_softmax(torch.tensor([-inf, -inf]), 0)
F.log_softmax(torch.empty(2, 0), 1)
F.log_softmax(torch.tensor(3.), 0)
torch.log_softmax(x, 0)
torch.log_softmax(x)
torch.log_softmax(x, dim=2)
x.log_softmax(0)
x.log_softmax()
nn.LogSoftmax(dim='a')
nn.LogSoftmax(dim=True)
nn.LogSoftmax(1)(torch.zeros(2, 3))
nn.LogSoftmax()(torch.zeros(2, 3))
nn.Softmin(1)(torch.zeros(2, 3))
nn.Softmin()(torch.zeros(2, 2, 2))
nn.Softmin('a')
nn.Softmin('a')(x)
nn.Softmax2d()(torch.zeros(2))
nn.Softmax2d()('a')
nn.Softmax2d()(torch.zeros(1, 2, 2, 1))
nn.Softmax2d(1)
nn.Softmax2d(dim=1)
w = torch.zeros(2, 2, 1).requires_grad_(); nn.Softmax2d()(w)
F.gumbel_softmax()
F.gumbel_softmax(3)
F.gumbel_softmax([1.])
F.gumbel_softmax(x)
F.gumbel_softmax(x, 0.5)
F.gumbel_softmax(x, tau=2, dim=0)
F.gumbel_softmax(x, 1, True)
F.gumbel_softmax(x, hard=1)
F.gumbel_softmax(x, hard=0)
F.gumbel_softmax(x, dim=1)
F.gumbel_softmax(x, dim=None)
F.gumbel_softmax(x, dim='a')
F.gumbel_softmax(x, tau=None)
F.gumbel_softmax(x, tau=torch.tensor(0.5))
F.gumbel_softmax(x, tau=-1)
F.gumbel_softmax(x, tau=inf)
F.gumbel_softmax(x, eps=1e-10)
F.gumbel_softmax(x, 1, False, 1e-5)
F.gumbel_softmax(x, 1, False, 1e-10, 0, 3)
F.gumbel_softmax(x, foo=1)
F.gumbel_softmax(torch.tensor(1.))
F.gumbel_softmax(torch.zeros(0))
F.gumbel_softmax(torch.zeros(0), hard=True)
F.gumbel_softmax(torch.zeros(2, 3), dim=0)
F.gumbel_softmax(torch.zeros(2, 3), hard=True, dim=0)
F.gumbel_softmax(torch.zeros(2, 3), hard=True, dim=-2)
F.gumbel_softmax(torch.zeros(2, 3).t(), hard=True)
F.gumbel_softmax(torch.tensor([nan, 1.]), hard=True)
w = x.clone().requires_grad_(); F.gumbel_softmax(w)
w = x.clone().requires_grad_(); F.gumbel_softmax(w, hard=True)
w = x.clone().requires_grad_(); (F.gumbel_softmax(w, 0.5, True) * x).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); (F.gumbel_softmax(w, 0.5) * x).sum().backward(); r = w.grad
F.gumbel_softmax(x); r = torch.rand(1)
w = x.clone().requires_grad_(); y = w * 1; F.silu(y[::2], True); y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.elu_(y[1:4]); (y * w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.hardtanh_(y[::3]); (y * w).sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.threshold_(y[::2], 0, 3); y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.rrelu_(y[::2], 0.1, 0.3, True); y.sum().backward(); r = w.grad
w = x.clone().requires_grad_(); y = w * 1; F.leaky_relu_(y[::2], -0.1); y.sum().backward()
w = torch.ones(2, 4).requires_grad_(); F.glu(w.t(), 0).sum().backward(); r = w.grad
w = torch.ones(2, 4).requires_grad_(); F.glu(w[:, 1:3]).sum().backward(); r = w.grad
w = torch.ones(3, 2).requires_grad_(); F.prelu(w.t() * -1, torch.tensor([1., 2., 3.])).sum().backward(); r = w.grad
w = torch.tensor([0.5, 1., 2.]).requires_grad_(); F.prelu(torch.ones(2, 3).neg(), w[::1] * 2).sum().backward(); r = w.grad
with torch.no_grad(): y = nn.PReLU()(x)\nr = y
w = x.clone().requires_grad_(); F.log_softmax(w * 2, 0)[1].backward(); r = w.grad
w = x.clone().requires_grad_(); F.softmin(w * 2, 0)[1].backward(); r = w.grad
w = torch.arange(8.).reshape(2, 2, 2).requires_grad_(); nn.Softmax2d()(w)[0, 1, 0].backward(); r = w.grad
torch.exp(x)
x.exp()
x.clone().exp_()
F.exp(x)
nn.Exp()
x.hardshrink(lambd=1)
x.hardshrink(1, 2)
torch.hardshrink(x, lambd=1)
torch.celu(x, alpha=2)
torch.celu_(x, 0)
torch.threshold(x, 0, value=3)
torch.threshold_(x, 0, 3)
F.softshrink(x, lambd=1)
F.logsigmoid(x, 1)
'''.strip().splitlines()

rules = (of_modules, of_functions, of_torch, of_parameters)
sources = list(dict.fromkeys([line for rule in rules for line in rule()] + own))

# Programs of layers, first weights, losses and optimisers: those whose every bit must be PyTorch's, and those that sum.
layers = '''
nn.Linear(3, 2)
nn.Linear(3, 2).weight
nn.Linear(3, 2).bias
nn.Linear(2, 16).weight
nn.Linear(1, 1, bias=False).weight
nn.Linear(64, 32).weight
nn.Linear(2, 3, False)
nn.Linear(2)
nn.Linear(2.5, 1)
nn.Linear(2, 0)
nn.Linear(0, 2)
nn.Linear(2, 3).get_submodule('weight')
m = nn.Linear(2, 3); m.weight = 3
m = nn.Linear(2, 3); m.bias = None; r = m
r = nn.Linear(2, 3)(torch.ones(4, 2))
nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
nn.Sequential(nn.Linear(2, 3), nn.ReLU())[0]
nn.Sequential(nn.Linear(2, 3), nn.ReLU())[-1]
nn.Sequential(nn.ReLU())[1]
nn.Sequential(nn.ReLU())[-2]
nn.Sequential()
nn.Sequential(3)
nn.Sequential(nn.ReLU(), 'a')
nn.Sequential(nn.ReLU()).append(nn.Tanh())
nn.Sequential(nn.ReLU(), nn.Sequential(nn.Tanh(), nn.GELU()))
nn.Sequential(nn.Linear(2, 2), nn.Linear(2, 2)).eval().training
nn.Sequential(nn.ReLU(), nn.Sigmoid())(x)
nn.ModuleList([nn.Linear(2, 2), nn.Linear(2, 2), nn.ReLU()])
nn.ModuleList([nn.Linear(2, 2), nn.Sequential(nn.ReLU()), nn.Sequential(nn.ReLU())])
nn.ModuleList()
nn.ModuleList([3])
nn.ModuleList()(1)
nn.ModuleList([nn.ReLU()]).append(nn.Tanh())[1]
nn.ModuleDict()
nn.ModuleDict(3)
nn.Identity()
nn.Identity(3, a=4)
nn.Identity()(x)
nn.Flatten()
nn.Flatten(0, -2)
nn.Flatten()(torch.ones(2, 3, 4))
nn.Flatten(0)(torch.ones(2, 3))
nn.Dropout()
nn.Dropout(.2, True)
nn.Dropout(2)
nn.Dropout(-.5)
nn.Dropout(.3)(torch.ones(10))
nn.Dropout()(torch.randn(4, 5))
nn.Dropout(.9)(torch.ones(100))
r = [nn.Dropout(.25)(torch.ones(3)), torch.rand(2), nn.Dropout(.25)(torch.ones(20)), torch.randn(17)]
nn.Dropout(.3).eval()(x)
nn.Dropout(1)(x)
nn.Dropout(0)(x)
F.dropout(x, 2)
F.dropout(3)
F.dropout(x, .5, False)
F.dropout(x.clone().requires_grad_(), .5)
w = x.clone().requires_grad_(); F.dropout(w, .5).sum().backward(); r = w.grad
nn.LayerNorm(4)
nn.LayerNorm((2, 3), elementwise_affine=False)
nn.LayerNorm(4, bias=False)
nn.LayerNorm(3)(torch.ones(2, 2))
F.layer_norm(torch.ones(2, 2), (2,), torch.ones(3))
nn.BatchNorm1d(3)
nn.BatchNorm1d(3, affine=False, momentum=None)
nn.BatchNorm1d(3, bias=False)
nn.BatchNorm1d(3)(torch.ones(1, 3))
nn.BatchNorm1d(3)(torch.ones(3))
nn.BatchNorm1d(3)(torch.ones(2, 4))
nn.BatchNorm1d(3, affine=False)(torch.ones(2, 4))
m = nn.BatchNorm1d(2); m(torch.ones(3, 2)); m(torch.ones(3, 2)); r = m.num_batches_tracked.item()
nn.Identity().register_buffer('a', 3)
nn.Identity().register_buffer('a.b', x)
nn.Identity().register_buffer('training', x)
nn.Identity().register_parameter('a', x)
nn.Identity().register_parameter('a', 3)
nn.Identity().add_module('a', 3)
nn.Identity().add_module('a.b', nn.ReLU())
nn.Identity().add_module('', nn.ReLU())
nn.Identity().get_submodule('a')
m = nn.Identity(); m.register_buffer('a', x); r = m.a
m = nn.Identity(); m.register_parameter('a', nn.Parameter(x)); r = m.a
m = nn.Identity(); m.add_module('act', nn.ReLU()); r = m
nn.Sequential(nn.Sequential(nn.Tanh())).get_submodule('0.0')
m = nn.Linear(2, 2).requires_grad_(False); r = m.weight.requires_grad
nn.init.calculate_gain('foo')
nn.init.calculate_gain('leaky_relu', 'a')
nn.init.calculate_gain('leaky_relu', True)
nn.init.calculate_gain('leaky_relu')
nn.init.calculate_gain('leaky_relu', .2)
nn.init.calculate_gain('tanh')
nn.init.calculate_gain('relu')
nn.init.calculate_gain('selu')
nn.init.calculate_gain('sigmoid')
nn.init.calculate_gain()
nn.init.xavier_uniform_(torch.ones(2))
nn.init.kaiming_uniform_(torch.ones(2, 2), mode='FOO')
nn.init.kaiming_normal_(torch.ones(0, 2))
nn.init.eye_(torch.ones(2))
nn.init.eye_(torch.ones(2, 3))
nn.init.orthogonal_(torch.ones(2))
nn.init.orthogonal_(torch.ones(0, 2))
nn.init.orthogonal_(3)
nn.init.sparse_(torch.ones(2), .5)
nn.init.sparse_(torch.ones(2, 3))
nn.init.sparse_(torch.empty(4, 3), .5)
nn.init.sparse_(torch.empty(5, 2), sparsity=.1, std=1)
nn.init.constant_(torch.ones(2))
nn.init.constant_(torch.ones(2), 3)
nn.init.ones_(torch.zeros(2))
nn.init.zeros_(torch.ones(2))
nn.init.uniform_(3)
nn.init.foo
nn.init.uniform_(torch.empty(3, 5))
nn.init.uniform_(torch.empty(3, 5), -2, .5)
nn.init.normal_(torch.empty(3, 5))
nn.init.normal_(torch.empty(3, 7), 1, .1)
nn.init.xavier_uniform_(torch.empty(4, 3))
nn.init.xavier_uniform_(torch.empty(4, 3), gain=nn.init.calculate_gain('tanh'))
nn.init.xavier_normal_(torch.empty(4, 3))
nn.init.kaiming_uniform_(torch.empty(4, 3))
nn.init.kaiming_uniform_(torch.empty(4, 3, 2), mode='fan_out', nonlinearity='relu')
nn.init.kaiming_normal_(torch.empty(4, 3))
nn.init.kaiming_normal_(torch.empty(16, 30), nonlinearity='relu')
nn.init.kaiming_normal_(torch.empty(4, 3), .2)
nn.init.trunc_normal_(torch.empty(4, 3), 5.)
nn.init.normal_(torch.empty(3), 0, -1)
torch.empty(2).uniform_(1, 0)
torch.empty(2).exponential_(-1)
torch.empty(2).bernoulli_(2)
torch.empty(2).uniform_('a')
torch.empty(2).normal_(1, 2, 3)
torch.empty(2).uniform_(generator=3)
torch.empty(7).uniform_()
torch.empty(4, 3).t().uniform_()
torch.empty(8, 3).t().normal_()
torch.empty(20).exponential_(2.5)
torch.empty(20).bernoulli_(.3)
torch.empty(6).bernoulli_(torch.tensor([.1, .5, .9, 0., 1., .3]))
torch.bernoulli(torch.tensor([.1, .5, .9, 0., 1., .3]))
torch.bernoulli(torch.tensor([2.]))
torch.normal(torch.zeros(3), 2.)
torch.normal(torch.zeros(3), torch.ones(3))
torch.normal(1.5, torch.ones(17))
torch.empty(5).random_()
x.clone().requires_grad_().uniform_()
nn.utils.clip_grad_norm_([x], 1.)
w = torch.zeros(2).requires_grad_(); w.grad = torch.tensor([3., 4.]); n = nn.utils.clip_grad_norm_([w], 1.); r = [n, w.grad]
w = torch.zeros(2).requires_grad_(); w.grad = torch.tensor([.3, .4]); n = nn.utils.clip_grad_norm_(w, 1.); r = [n, w.grad]
w = torch.zeros(2).requires_grad_(); w.grad = torch.tensor([3., 4.]); n = nn.utils.clip_grad_norm_([w], 1., inf); r = [n, w.grad]
w = torch.zeros(2).requires_grad_(); w.grad = torch.tensor([3., inf]); nn.utils.clip_grad_norm_([w], 1., error_if_nonfinite=True)
w = torch.zeros(2).requires_grad_(); w.grad = torch.tensor([3., -4.]); nn.utils.clip_grad_value_([w], 1.); r = w.grad
'''.strip().splitlines()

kInput = 'g = torch.randn(5, 4).requires_grad_(); t = torch.randn(5, 4); p = torch.rand(5, 4); u = torch.rand(5, 4); '
kClasses = 'c = torch.tensor([0, 3, 1, 1, 2]); '
elementwise = [
    'F.mse_loss(g, t, reduction={0})',
    'F.l1_loss(g, t, reduction={0})',
    'F.smooth_l1_loss(g, t, reduction={0})',
    'F.smooth_l1_loss(g, t, reduction={0}, beta=.4)',
    'F.huber_loss(g, t, reduction={0})',
    'F.huber_loss(g, t, reduction={0}, delta=.6)',
    'F.huber_loss(g, t, reduction={0}, weight=u)',
    'F.kl_div(g, p, reduction={0})',
    'F.kl_div(g, t, reduction={0}, log_target=True)',
    'F.binary_cross_entropy_with_logits(g, p, reduction={0})',
    'F.binary_cross_entropy_with_logits(g, p, weight=u, reduction={0})',
    'F.binary_cross_entropy_with_logits(g, p, reduction={0}, pos_weight=u)',
    'F.binary_cross_entropy(torch.sigmoid(g), p, reduction={0})',
    'F.binary_cross_entropy(torch.sigmoid(g), p, weight=u, reduction={0})',
]
ofClasses = [
    'F.nll_loss(g, c, reduction={0})',
    'F.nll_loss(g, c, weight=u[0], reduction={0})',
    'F.nll_loss(g, c, ignore_index=1, reduction={0})',
    'F.cross_entropy(g, c, reduction={0})',
    'F.cross_entropy(g, c, weight=u[0], reduction={0})',
    'F.cross_entropy(g, c, reduction={0}, label_smoothing=.1)',
    'F.cross_entropy(g, c, weight=u[0], reduction={0}, label_smoothing=.1, ignore_index=3)',
    'F.cross_entropy(g, p, reduction={0})',
    'F.cross_entropy(g, p, weight=u[0], reduction={0}, label_smoothing=.2)',
]
losses = [
    kInput + kClasses + call.format(repr(reduction)) + end
    for call in elementwise + ofClasses
    for reduction in ('none', 'mean', 'sum')
    for end in ('', '')[:1]
] + [
    kInput + kClasses + 'l = ' + call.format(repr(reduction)) + '; ' + step + '; r = g.grad'
    for call in elementwise + ofClasses
    for reduction, step in (('mean', 'l.backward()'), ('sum', 'l.backward()'), ('none', 'l.sum().backward()'))
]

lossErrors = '''
nn.MSELoss()
nn.CrossEntropyLoss(weight=torch.ones(2))
nn.BCEWithLogitsLoss(pos_weight=torch.ones(2))
nn.SmoothL1Loss(beta=.5)
nn.MSELoss()(x)
nn.MSELoss()(x, [1])
nn.MSELoss(reduction='x')(x, x)
nn.CrossEntropyLoss(foo=1)
nn.MSELoss(size_average=False)(x, x)
F.mse_loss(x, x[0])
F.mse_loss(x, torch.zeros(3))
F.mse_loss(x, x, reduction='foo')
F.mse_loss(x, 3)
F.mse_loss(x, x, size_average=False)
F.mse_loss(x.long(), x.long())
F.mse_loss(x, x, weight=torch.ones(5))
F.mse_loss(x, x, weight=torch.ones(3))
F.l1_loss(x, x[0])
F.smooth_l1_loss(x, x[0])
F.smooth_l1_loss(x, x, beta=-1.)
F.huber_loss(x, x[0])
F.huber_loss(x, x, delta=0.)
F.huber_loss(x.long(), x.long())
F.huber_loss(x, x, reduction='batchmean')
nn.HuberLoss(delta=2.)
nn.HuberLoss(size_average=True)
nn.HuberLoss(reduction='sum', delta=.5)(x, x * 3)
F.kl_div(x, x, reduction='foo')
F.kl_div(x)
nn.KLDivLoss()
nn.KLDivLoss(reduction='batchmean', log_target=True)(x, -x)
nn.KLDivLoss(reduction='batchmean')(torch.tensor(1.), torch.tensor(.5))
F.normalize(torch.randn(3, 4))
F.normalize(torch.zeros(2, 2))
F.normalize(x)
F.normalize(x.long(), dim=0)
F.normalize(3)
F.cosine_similarity(torch.randn(3, 4), torch.randn(3, 4))
torch.cosine_similarity(torch.ones(2, 2), torch.ones(2, 3))
F.cosine_similarity(x, 3)
F.cosine_similarity(x)
F.cosine_similarity(x.long(), x.long(), dim=0)
nn.CosineSimilarity()
nn.CosineSimilarity(dim=0)(x, -x)
nn.CosineSimilarity(dim=0)(torch.zeros(3), torch.ones(3))
nn.Embedding(4, 2)
nn.Embedding(4, 2).weight
nn.Embedding(4, 2, padding_idx=-1)
nn.Embedding(4, 2, padding_idx=1).weight
nn.Embedding(4, 2, padding_idx=4)
nn.Embedding(4)
nn.Embedding(4, 2)(torch.tensor([[0, 3], [1, 1]]))
nn.Embedding(4, 2)(torch.tensor(2))
nn.Embedding(4, 2)(torch.tensor([4]))
nn.Embedding(4, 2)(torch.tensor([-1]))
nn.Embedding(4, 2)(torch.tensor([1.]))
nn.Embedding(4, 2)(torch.tensor([True]))
nn.Embedding(4, 2)([1])
m = nn.Embedding(4, 2, padding_idx=0); (m(torch.tensor([0, 1, 1, 3])) * torch.randn(4, 2)).sum().backward(); r = m.weight.grad
F.embedding(torch.tensor([1, 0]), torch.eye(2))
F.embedding(torch.tensor([1, 0]), torch.ones(2))
F.binary_cross_entropy(x, x)
F.binary_cross_entropy(x, x[0])
F.binary_cross_entropy(3, x)
F.binary_cross_entropy(x.sigmoid(), x.long())
F.binary_cross_entropy_with_logits(x, x[0])
F.binary_cross_entropy_with_logits(x, x.long())
F.nll_loss(torch.zeros(3, 2), torch.tensor([0, 1]))
F.nll_loss(torch.zeros(3, 2), torch.tensor([0, 1, 2]))
F.nll_loss(torch.zeros(3, 2), torch.tensor([0., 1., 1.]))
F.nll_loss(3, torch.tensor([0]))
F.cross_entropy(3, torch.tensor([0]))
F.cross_entropy(x, 3)
F.cross_entropy(torch.zeros(3, 2), torch.tensor([0, 1]))
F.cross_entropy(torch.zeros(3, 2), torch.tensor([[0], [1], [1]]))
F.cross_entropy(torch.zeros(3, 2), torch.tensor([0, 1, 2]))
F.cross_entropy(torch.zeros(3, 2), torch.tensor([-1, 1, 1]))
F.cross_entropy(torch.zeros(3, 2), torch.tensor([-100, -100, -100]))
F.cross_entropy(torch.zeros(3, 2), torch.tensor([0, 1, 1]), weight=torch.ones(3))
F.cross_entropy(torch.zeros(3, 2), torch.tensor([[0, 1], [1, 1], [1, 1]]))
F.cross_entropy(torch.zeros(3, 2), torch.tensor([0, 1, 1]), label_smoothing=2)
F.cross_entropy(torch.zeros(2), torch.tensor(1))
F.cross_entropy(torch.zeros(2), torch.tensor([1]))
F.cross_entropy(torch.zeros(1, 3, 2), torch.tensor([1, 2]))
F.cross_entropy(torch.zeros(1, 3, 2), torch.tensor([[1, 3]]))
F.cross_entropy(torch.zeros(1, 3, 2).requires_grad_(), torch.tensor([[1, 2]]))
F.cross_entropy(torch.zeros(3).requires_grad_(), torch.tensor(1))
'''.strip().splitlines()

kParameter = 'p = torch.randn(11).requires_grad_(); o = torch.optim.{0}; '
kStep = 'p.grad = torch.randn(11); o.step(); '
optimisers = [
    'SGD([p], lr=.1)',
    'SGD([p], lr=.1, momentum=.9)',
    'SGD([p], lr=.1, momentum=.9, dampening=.3)',
    'SGD([p], lr=.1, momentum=.9, nesterov=True)',
    'SGD([p], lr=.1, weight_decay=.05)',
    'SGD([p], lr=.1, momentum=.9, weight_decay=.05, nesterov=True)',
    'SGD([p], lr=.1, maximize=True)',
    'Adam([p])',
    'Adam([p], lr=.01, betas=(.8, .9), eps=1e-6)',
    'Adam([p], weight_decay=.1)',
    'Adam([p], amsgrad=True)',
    'Adam([p], maximize=True)',
    'AdamW([p])',
    'AdamW([p], lr=.1, weight_decay=.3)',
    'RMSprop([p])',
    'RMSprop([p], centered=True)',
    'RMSprop([p], momentum=.9, weight_decay=.1)',
    'RMSprop([p], lr=.1, alpha=.5, eps=1e-4)',
]
optim = [kParameter.format(make) + kStep * 8 + 'r = p' for make in optimisers] + [
    kParameter.format(make) + 'r = o' for make in optimisers
] + '''
torch.optim.SGD([], lr=1)
torch.optim.SGD(x)
torch.optim.SGD(3)
torch.optim.SGD()
torch.optim.SGD([3])
torch.optim.SGD([x.clone().requires_grad_() * 2])
torch.optim.SGD([x], lr=-1)
torch.optim.SGD([x], momentum=-.5)
torch.optim.SGD([x], weight_decay=-1)
torch.optim.SGD([x], nesterov=True)
torch.optim.SGD([x], foo=1)
torch.optim.SGD([x, x])
torch.optim.SGD([x], .1, .9, 0, 0, False, True)
torch.optim.Adam([x], betas=(1.5, .9))
torch.optim.Adam([x], betas=(.9, 2))
torch.optim.Adam([x], eps=-1)
torch.optim.Adam([x], lr=-1)
torch.optim.AdamW([x], weight_decay=-1)
torch.optim.RMSprop([x], alpha=-1)
torch.optim.RMSprop([x], momentum=-1)
torch.optim.SGD([x]).step(3)
torch.optim.Foo
torch.optim.SGD(nn.Linear(2, 3).parameters(), lr=.5)
torch.optim.SGD(nn.Linear(2, 3).named_parameters(), lr=.5)
torch.optim.lr_scheduler.StepLR(3, 1)
torch.optim.lr_scheduler.StepLR(torch.optim.SGD([x]))
o = torch.optim.SGD([x], lr=1); s = torch.optim.lr_scheduler.StepLR(o, 2); r = o
o = torch.optim.SGD([x], lr=.1); s = torch.optim.lr_scheduler.StepLR(o, 2); o.step(); s.step(); o.step(); s.step(); o.step(); s.step(); o.step(); s.step(); r = s.get_last_lr()
o = torch.optim.SGD([x], lr=.1); s = torch.optim.lr_scheduler.StepLR(o, 1, gamma=.7); o.step(); s.step(); o.step(); s.step(); r = s.get_last_lr()
o = torch.optim.SGD([x], lr=.3); s = torch.optim.lr_scheduler.ExponentialLR(o, .9); o.step(); s.step(); o.step(); s.step(); r = s.get_last_lr()
o = torch.optim.SGD([x], lr=.3); s = torch.optim.lr_scheduler.ExponentialLR(o, .9); s.step(); r = s.get_last_lr()
torch.optim.lr_scheduler.MultiStepLR(torch.optim.SGD([x]))
torch.optim.lr_scheduler.CosineAnnealingLR(torch.optim.SGD([x]))
o = torch.optim.SGD([x], lr=.3); s = torch.optim.lr_scheduler.MultiStepLR(o, [1, 2, 2]); o.step(); s.step(); a = s.get_last_lr(); s.step(); r = [a, s.get_last_lr()]
o = torch.optim.SGD([x], lr=.3); s = torch.optim.lr_scheduler.CosineAnnealingLR(o, 3, eta_min=.01); o.step(); s.step(); a = s.get_last_lr(); s.step(); b = s.get_last_lr(); s.step(); c = s.get_last_lr(); s.step(); r = [a, b, c, s.get_last_lr()]
torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([x]), 'foo')
torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([x]), threshold_mode='foo')
torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([x]), factor=1.)
torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([x]), min_lr=[1, 2])
torch.optim.lr_scheduler.ReduceLROnPlateau(3)
torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([x])).step()
o = torch.optim.SGD([x], lr=.5); s = torch.optim.lr_scheduler.ReduceLROnPlateau(o, patience=0, factor=.5, cooldown=1); s.step(1.); s.step(1.); a = s.get_last_lr(); s.step(1.); b = s.get_last_lr(); s.step(1.); r = [a, b, s.get_last_lr()]
o = torch.optim.SGD([x], lr=.5); s = torch.optim.lr_scheduler.ReduceLROnPlateau(o, 'max', patience=0, threshold_mode='abs', min_lr=.1); s.step(torch.tensor(1.)); s.step(torch.tensor(1.)); r = s.get_last_lr()
torch.optim.Adagrad([x])
torch.optim.Adagrad([x], lr=-1)
torch.optim.Adagrad([x], lr_decay=-1)
torch.optim.Adagrad([x], initial_accumulator_value=-1)
w = torch.zeros(2).requires_grad_(); o = torch.optim.Adagrad([w], lr=.1, lr_decay=.1, weight_decay=.01, initial_accumulator_value=.5); w.grad = torch.tensor([3., -4.]); o.step(); o.step(); r = w
w = x.clone().requires_grad_(); w.grad = torch.ones(5); o = torch.optim.SGD([w]); o.zero_grad(); r = w.grad
w = x.clone().requires_grad_(); w.grad = torch.ones(5); o = torch.optim.SGD([w]); o.zero_grad(set_to_none=False); r = w.grad
'''.strip().splitlines()

rounded = '''
nn.LayerNorm(4)(torch.randn(3, 4))
nn.LayerNorm((2, 4))(torch.randn(3, 2, 4))
F.layer_norm(torch.randn(3, 4), [4], torch.rand(4), torch.rand(4), 1e-3)
w = torch.randn(3, 4).requires_grad_(); (nn.LayerNorm(4)(w) * torch.randn(3, 4)).sum().backward(); r = w.grad
m = nn.LayerNorm(4); (m(torch.randn(3, 4)) * torch.randn(3, 4)).sum().backward(); r = [m.weight.grad, m.bias.grad]
nn.KLDivLoss(reduction='batchmean')(torch.randn(3, 4), torch.rand(3, 4))
F.normalize(torch.randn(3, 4), p=1, dim=0)
g = torch.randn(3, 4).requires_grad_(); (F.normalize(g) * torch.randn(3, 4)).sum().backward(); r = g.grad
torch.cosine_similarity(torch.randn(3, 4), torch.randn(4), dim=-1)
nn.BatchNorm1d(4)(torch.randn(5, 4))
nn.BatchNorm1d(4)(torch.randn(5, 4, 3))
m = nn.BatchNorm1d(4); m(torch.randn(5, 4)); r = [m.running_mean, m.running_var]
m = nn.BatchNorm1d(4); m(torch.randn(5, 4)); r = m.eval()(torch.randn(2, 4))
m = nn.BatchNorm1d(4, momentum=None); m(torch.randn(5, 4)); m(torch.randn(5, 4)); r = [m.running_mean, m.running_var]
m = nn.BatchNorm1d(4, track_running_stats=False); r = m.eval()(torch.randn(3, 4))
w = torch.randn(5, 4).requires_grad_(); m = nn.BatchNorm1d(4); (m(w) * torch.randn(5, 4)).sum().backward(); r = [w.grad, m.weight.grad, m.bias.grad]
w = torch.randn(5, 4).requires_grad_(); m = nn.BatchNorm1d(4).eval(); (m(w) * torch.randn(5, 4)).sum().backward(); r = [w.grad, m.weight.grad, m.bias.grad]
nn.init.trunc_normal_(torch.empty(4, 3))
nn.init.trunc_normal_(torch.empty(40), 0, 1, -1, 2)
nn.init.trunc_normal_(torch.empty(40), std=.02)
nn.init.trunc_normal_(torch.empty(20), 0, 1, 1, 2)
nn.init.orthogonal_(torch.empty(4, 3))
nn.init.orthogonal_(torch.empty(3, 7), gain=2)
nn.init.orthogonal_(torch.empty(5, 5), gain=nn.init.calculate_gain('relu'))
nn.init.orthogonal_(torch.empty(2, 3, 2))
'''.strip().splitlines()

# Containers and what modules tell of themselves.
kNet = 'nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Tanh())'
kList = 'nn.ModuleList([nn.Linear(2, 3), nn.ReLU(), nn.Tanh()])'
kSlices = ['0:2', '1:', '::2', '-2:', ':', '5:', '-1', '0']
containers = [f'{of}[{key}]' for of in (kNet, kList) for key in kSlices]
containers += [f'{kNet}.{call}' for call in ('pop(0)', 'pop(5)', 'pop(-1)', 'pop()', 'insert(1, nn.GELU())', 'insert(9, nn.GELU())', 'insert(1, 3)', 'extend([nn.GELU()])', 'extend(3)', 'append(nn.GELU())', 'append(3)',
                                             'get_parameter("0.weight").shape', 'get_parameter("5.weight")', 'get_parameter("1.weight")', 'get_submodule("1")', 'get_submodule("7")', 'type(torch.float64)[0].weight.dtype')]
containers += [f'{kList}.{call}' for call in ('pop(0)', 'pop()', 'extend(3)', 'append(3)', 'append(nn.GELU())', 'extend([nn.GELU()])')]
containers += [f'{kList}[5]', f'{kList}(torch.ones(2))', fr'n = {kNet}\nn[-1] = nn.GELU()\nr = n', fr'n = {kList}\nn[-1] = nn.GELU()\nr = n', fr'n = {kList}\nn[7] = nn.GELU()\nr = n',
               'nn.Linear(2, 3).get_parameter("weight").shape', 'nn.Linear(2, 3).get_parameter("foo")', 'nn.Linear(2, 3).get_parameter("training")', 'nn.BatchNorm1d(2).get_buffer("running_mean")',
               'nn.BatchNorm1d(2).get_buffer("weight")', 'nn.BatchNorm1d(2).get_buffer("foo")', 'nn.ParameterList([torch.ones(2), torch.zeros(2, 3)])', 'nn.ParameterList()', 'nn.ParameterList([torch.ones(2)])',
               'nn.ParameterList([torch.ones(2)])[0]', 'nn.ParameterList([torch.ones(2)])[3]', 'nn.ParameterList([torch.ones(2), torch.ones(3)])[1:]', 'nn.ParameterList([torch.ones(2)]).append(torch.ones(1))',
               'nn.ParameterList([torch.ones(2)])(1)', 'nn.ParameterList(3)', 'nn.ModuleDict(3)', 'nn.Module()', 'nn.Module()(1)', 'nn.Linear(2, 2).double().weight.dtype', 'nn.Linear(2, 2).to(torch.float64).bias.dtype',
               'nn.Linear(2, 2).requires_grad_(False).weight.requires_grad', fr'n = nn.Linear(2, 1)\nn(torch.ones(2)).sum().backward()\nn.zero_grad(set_to_none=False)\nr = n.weight.grad',
               fr'n = nn.Linear(2, 1)\nn(torch.ones(2)).sum().backward()\nn.zero_grad()\nr = n.weight.grad']

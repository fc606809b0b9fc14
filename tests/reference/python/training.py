#: rates that schedulers give, and their states
import torch
L = torch.optim.lr_scheduler
def opt(lr=.1, kind=torch.optim.SGD, **k): return kind([torch.zeros(1)], lr=lr, **k)
def run(o,s,n=8,mom=None):
    print(type(s).__name__, s.get_last_lr())
    try:
        for i in range(n):
            o.step(); s.step(); print(s.get_last_lr(), o.param_groups[0]['lr'], o.param_groups[0][mom] if mom else '')
    except Exception as e: print(type(e).__name__, e)
    print(s.state_dict())
    print(o)
for lr in (.1, 1):
    o=opt(lr); run(o,L.ConstantLR(o,.5,3))
    o=opt(lr); run(o,L.PolynomialLR(o,4,2.0))
    o=opt(lr); run(o,L.PolynomialLR(o))
    o=opt(lr); run(o,L.CosineAnnealingLR(o,7),20)
    o=opt(lr); run(o,L.CosineAnnealingWarmRestarts(o,3),12)
    o=opt(lr); run(o,L.CosineAnnealingWarmRestarts(o,2,2,eta_min=.01),12)
    o=opt(lr); run(o,L.MultiplicativeLR(o,lambda e: .95))
    o=opt(lr); run(o,L.OneCycleLR(o,.5,total_steps=10),11,'momentum')
    o=opt(lr); run(o,L.OneCycleLR(o,1.0,epochs=5,steps_per_epoch=6,three_phase=True,anneal_strategy='linear'),29,'momentum')
    o=opt(lr,torch.optim.Adam); run(o,L.OneCycleLR(o,max_lr=.01,total_steps=20,pct_start=.25),20,'betas')
    o=opt(lr,momentum=.9); run(o,L.CyclicLR(o,.001,.1,step_size_up=4),20,'momentum')
    o=opt(lr,momentum=.9); run(o,L.CyclicLR(o,.001,.1,step_size_up=4,step_size_down=3,mode='triangular2'),20,'momentum')
    o=opt(lr,torch.optim.Adam); run(o,L.CyclicLR(o,.001,1,step_size_up=4,mode='exp_range',gamma=.99,cycle_momentum=False),20,'betas')
    o=opt(lr,torch.optim.Adam); run(o,L.CyclicLR(o,0,1,step_size_up=4,scale_fn=lambda x: 1/x),20,'betas')
    o=opt(lr); run(o,L.SequentialLR(o,[L.ConstantLR(o,.1,2),L.ExponentialLR(o,.9)],[3]),9)
    o=opt(lr); run(o,L.SequentialLR(o,[L.LinearLR(o,.1,total_iters=4),L.CosineAnnealingLR(o,6),L.StepLR(o,2)],[4,8]),14)
    o=opt(lr); run(o,L.ChainedScheduler([L.ConstantLR(o,.1,2),L.ExponentialLR(o,.9)]),9)
    o=opt(lr); run(o,L.SequentialLR(o,[L.ChainedScheduler([L.ConstantLR(o,.1,2),L.ExponentialLR(o,.9)]),L.CosineAnnealingWarmRestarts(o,3)],[3]),9)
#: schedulers told an epoch
import torch
L = torch.optim.lr_scheduler
def opt(lr=.1, kind=torch.optim.SGD, **k): return kind([torch.zeros(1)], lr=lr, **k)
o=opt()
s=L.CosineAnnealingWarmRestarts(o,2,2)
for i in range(20): s.step(i*.7); print(s.get_last_lr(),s.T_cur,s.T_i,s.last_epoch)
s=L.CosineAnnealingWarmRestarts(o,3)
for i in range(20): s.step(i*.5); print(s.get_last_lr(),s.T_cur,s.T_i,s.last_epoch)
s=L.StepLR(o,3)
for i in range(5): s.step(i*2); print(s.get_last_lr(), s.last_epoch)
print(s.get_lr())
for s in (L.MultiStepLR(o,[2,4,4]), L.LinearLR(o), L.ConstantLR(o), L.ExponentialLR(o,.7), L.PolynomialLR(o), L.CosineAnnealingLR(o,3,.01), L.LambdaLR(o,lambda e: .5**e)):
    s.step(3); print(s.get_last_lr()); s.step(7); print(s.get_last_lr(), s.get_lr())
#: schedulers refuse
import torch
L = torch.optim.lr_scheduler
def opt(lr=.1, kind=torch.optim.SGD, **k): return kind([torch.zeros(1)], lr=lr, **k)
o=opt()
def said(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
o2=opt()
for f in (lambda: L.OneCycleLR(o,.1), lambda: L.OneCycleLR(o,.1,total_steps=0), lambda: L.OneCycleLR(o,.1,total_steps=10.), lambda: L.OneCycleLR(o,.1,epochs=3),
  lambda: L.OneCycleLR(o,.1,epochs=0,steps_per_epoch=3), lambda: L.OneCycleLR(o,.1,epochs=1,steps_per_epoch=2.5), lambda: L.OneCycleLR(o,.1,10,pct_start=1), lambda: L.OneCycleLR(o,.1,10,pct_start=1.5),
  lambda: L.OneCycleLR(o,.1,10,anneal_strategy='x'), lambda: L.OneCycleLR(o,[.1,.2],10), lambda: L.OneCycleLR(o), lambda: L.OneCycleLR(3,.1,10), lambda: L.OneCycleLR(torch.optim.Adagrad([torch.zeros(1)]),.1,10),
  lambda: L.CyclicLR(o,.1), lambda: L.CyclicLR(o,.1,1,mode='x'), lambda: L.CyclicLR(torch.optim.Adagrad([torch.zeros(1)]),.1,1),lambda: L.CyclicLR(o,[.1,.2],1),
  lambda: L.ConstantLR(o,2), lambda: L.ConstantLR(o,-.1), lambda: L.ConstantLR(3), lambda: L.SequentialLR(o,[],[]), lambda: L.SequentialLR(o,[L.StepLR(o,1)],[1]), lambda: L.SequentialLR(o,[L.StepLR(o2,1)],[]),
  lambda: L.SequentialLR(o,[L.ReduceLROnPlateau(o)],[]), lambda: L.SequentialLR(o,[3],[]), lambda: L.SequentialLR(o), lambda: L.ChainedScheduler([]), lambda: L.ChainedScheduler([L.StepLR(o,1),L.StepLR(o2,1)]),
  lambda: L.ChainedScheduler([L.ReduceLROnPlateau(o)]), lambda: L.ChainedScheduler(), lambda: L.SequentialLR(3,[L.StepLR(o,1)],[]), lambda: L.MultiplicativeLR(o,3), lambda: L.MultiplicativeLR(o,[lambda e:1,lambda e:1]),
  lambda: L.CosineAnnealingWarmRestarts(o,0), lambda: L.CosineAnnealingWarmRestarts(o,2.5), lambda: L.CosineAnnealingWarmRestarts(o,2,0), lambda: L.CosineAnnealingWarmRestarts(o,2,eta_min='a'), lambda: L.CosineAnnealingWarmRestarts(o,2).step(-1),
  lambda: L.StepLR(o2,1).load_state_dict(3), lambda: L.LambdaLR(o2,lambda e:1).load_state_dict({}), lambda: L.ChainedScheduler([L.StepLR(o,1)]).load_state_dict({}),
  lambda: L.OneCycleLR, lambda: L.ChainedScheduler, lambda: L.SequentialLR(o,[L.StepLR(o,1)],[]).step(3), lambda: L.CyclicLR(o,.1,1,foo=3), lambda: L.OneCycleLR(o,.1,10,foo=3)):
    said(f)
#: states of schedulers are taken over
import torch
L = torch.optim.lr_scheduler
def opt(lr=.1, kind=torch.optim.SGD, **k): return kind([torch.zeros(1)], lr=lr, **k)
print(L.CyclicLR(opt(),.1,1,mode='triangular2').scale_fn(3))
a=opt(); sa=L.SequentialLR(a,[L.ConstantLR(a,.1,2),L.ExponentialLR(a,.9)],[3])
a.step(); sa.step(); a.step(); sa.step()
d=sa.state_dict(); da=a.state_dict()
b=opt(); sb=L.SequentialLR(b,[L.ConstantLR(b,.1,2),L.ExponentialLR(b,.9)],[3])
sb.load_state_dict(d); b.load_state_dict(da)
for i in range(4): sa.step(); sb.step(); print(sa.get_last_lr(), sb.get_last_lr(), b.param_groups[0]['lr'])
a=opt(); sa=L.OneCycleLR(a,.5,10); sa.step(); sa.step(); b=opt(); sb=L.OneCycleLR(b,.5,10); sb.load_state_dict(sa.state_dict()); sb.step(); sa.step(); print(sa.get_last_lr(), sb.get_last_lr())
a = opt(); s = L.LambdaLR(a, lambda e: .5 ** e); s.load_state_dict(s.state_dict()); s.step(); print(s.get_last_lr())
#: Adadelta, Adamax, NAdam, RAdam
import torch
O=torch.optim
def said(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def go(kind, dtype=torch.float32, n=12, **k):
    torch.manual_seed(1)
    ws=[torch.randn(3,5,dtype=dtype).requires_grad_(), torch.randn(9,dtype=dtype).requires_grad_(), torch.randn(4,3,dtype=dtype).t().requires_grad_()]
    o=kind(ws,**k)
    for i in range(n):
        o.zero_grad()
        sum(((w-.3*i)**3).sum() for w in ws).backward()
        o.step()
    for w in ws[1:]: print(w.tolist())
    d=o.state_dict(); print(d['state'][1], d['param_groups']); print(o)
for dt in (torch.float32,):
    for k in (O.Adadelta,O.Adamax,O.NAdam,O.RAdam):
        print(k, dt)
        go(k,dt); go(k,dt,lr=.1,weight_decay=.01); go(k,dt,lr=.05,maximize=True,eps=1e-4)
    go(O.NAdam,dt,weight_decay=.1,decoupled_weight_decay=True,betas=(.8,.95),momentum_decay=.1)
    go(O.RAdam,dt,weight_decay=.1,decoupled_weight_decay=True,betas=(.4,.6)); go(O.RAdam,dt,betas=(.8,.95),n=60)
    go(O.Adadelta,dt,rho=.5); go(O.Adamax,dt,betas=(.4,.7))
x=[torch.zeros(1)]
for f in (lambda: O.Adadelta(x,-1), lambda: O.Adadelta(x,rho=2), lambda: O.Adadelta(x,eps=-1), lambda: O.Adadelta(x,weight_decay=-1), lambda: O.Adadelta(x,lr='a'), lambda: O.Adamax(x,betas=(1,2)), lambda: O.Adamax(x,betas=3), lambda: O.NAdam(x,momentum_decay=-1), lambda: O.NAdam(x,foo=1), lambda: O.RAdam(x,betas=(.9,1.)),
  lambda: O.RAdam(), lambda: O.RAdam([]), lambda: O.Adamax(3), lambda: O.Adamax(x,1,(.9,.99),1e-8,0,None,3), lambda: O.Adadelta(x), lambda: O.RAdam(x,foreach=True), lambda: O.NAdam, lambda: O.Adadelta.__name__): said(f)
#: losses of margins and of likelihoods, with gradients
import torch
from torch import nn
import torch.nn.functional as F
def said(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def grads(f, *xs):
    xs=[x.clone().requires_grad_() if x.is_floating_point() else x for x in xs]
    y=f(*xs); print(y.tolist() if y.numel()<20 else y, y.grad_fn.name())
    (y*torch.arange(1.,y.numel()+1).view(y.shape)).sum().backward()
    for x in xs:
        if x.requires_grad: print(None if x.grad is None else x.grad.tolist())
torch.manual_seed(0)
x=torch.randn(6); t=torch.tensor([1.,-1,1,-1,1,1]); a,b,c=[torch.randn(4,3) for _ in range(3)]; t4=torch.tensor([1,-1,1,-1]); cl=torch.tensor([2,0,1,2])
for r in ('mean','sum','none'):
    print(r)
    grads(lambda x,t: F.hinge_embedding_loss(x,t,reduction=r), x, t)
    grads(lambda x,t: nn.HingeEmbeddingLoss(margin=.3,reduction=r)(x,t), x, t.long())
    grads(lambda x,y,t: nn.MarginRankingLoss(.5,reduction=r)(x,y,t), x, torch.randn(6), t)
    grads(lambda x,y,t: nn.CosineEmbeddingLoss(.1,reduction=r)(x,y,t), a, b, t4)
    grads(lambda x,y,z: nn.TripletMarginLoss(reduction=r)(x,y,z), a, b, c)
    grads(lambda x,y,z: nn.TripletMarginLoss(2,p=1,swap=True,reduction=r)(x,y,z), a, b, c)
    for p in (1,2): grads(lambda x,y: nn.MultiMarginLoss(p,reduction=r)(x,y), a, cl)
    grads(lambda x,y: nn.MultiMarginLoss(margin=.7,weight=torch.tensor([.5,1,2]),reduction=r)(x,y), a, cl)
    grads(lambda x,t: nn.SoftMarginLoss(reduction=r)(x,t.detach()), x, t)
    grads(lambda x,t: nn.PoissonNLLLoss(reduction=r)(x,t), x, torch.tensor([0,1,2,3,4,5]))
    grads(lambda x,t: nn.PoissonNLLLoss(log_input=False,full=True,reduction=r)(x,t), x.abs(), torch.tensor([0,1,2,3,4,5]))
    grads(lambda x,t,v: nn.GaussianNLLLoss(reduction=r)(x,t,v), a, b, c.abs())
    grads(lambda x,t,v: nn.GaussianNLLLoss(full=True,reduction=r)(x,t,v), a, b, torch.ones(4,1))
    grads(lambda x,t: nn.GaussianNLLLoss(reduction=r)(x,t,.3), a, b)
    grads(lambda x,t,v: F.gaussian_nll_loss(x,t,v,reduction=r), a, b, torch.ones(4)*1e-9)
grads(F.pairwise_distance, a, b); grads(nn.PairwiseDistance(1,keepdim=True), a, b[0]); print(nn.PairwiseDistance(), torch.pairwise_distance(a[0],b[0]), nn.PairwiseDistance(p=3.).norm)
grads(lambda x,y,t: F.cosine_embedding_loss(x,y,t), a[0], b[0], torch.tensor(1)); grads(lambda x,t: F.multi_margin_loss(x,t), a[0], torch.tensor(1)); print(F.multi_margin_loss(a[0],torch.tensor([1]),reduction='none'), F.multi_margin_loss(a.double(),cl))
for m in (nn.HingeEmbeddingLoss,nn.MarginRankingLoss,nn.CosineEmbeddingLoss,nn.TripletMarginLoss,nn.MultiMarginLoss,nn.SoftMarginLoss,nn.PoissonNLLLoss,nn.GaussianNLLLoss): print(m(), m, m().reduction, m().state_dict(), [getattr(m(),k,'-') for k in ('margin','p','eps','swap','full','log_input')])
for f in (lambda: F.hinge_embedding_loss(x), lambda: F.hinge_embedding_loss(3,x), lambda: F.hinge_embedding_loss(x,3), lambda: F.hinge_embedding_loss(x,t,reduction='a'), lambda: F.hinge_embedding_loss(x,t,foo=1), lambda: F.hinge_embedding_loss(x,t[:2]),
  lambda: F.margin_ranking_loss(x,x), lambda: F.margin_ranking_loss(a,x,t), lambda: F.margin_ranking_loss(3,x,t), lambda: F.cosine_embedding_loss(a,b,a), lambda: F.cosine_embedding_loss(x,x,t), lambda: F.cosine_embedding_loss(a,b,torch.tensor(1)), 
  lambda: F.triplet_margin_loss(a,b,x), lambda: F.triplet_margin_loss(a,b,c,margin=0), lambda: F.triplet_margin_loss(a,b,c,margin=-1.), lambda: nn.TripletMarginLoss(0), lambda: F.triplet_margin_loss(a,b), lambda: F.multi_margin_loss(a,cl,p=3), lambda: F.multi_margin_loss(a,cl,weight=a), lambda: F.multi_margin_loss(a,cl,weight=x),
  lambda: F.multi_margin_loss(a,cl[:2]), lambda: F.multi_margin_loss(a,cl+1), lambda: F.multi_margin_loss(a,a), lambda: F.multi_margin_loss(a,cl.float()), lambda: F.multi_margin_loss(a.long(),cl), lambda: nn.MultiMarginLoss(3), lambda: nn.MultiMarginLoss(weight=a), lambda: F.multi_margin_loss(torch.zeros(2,0),cl[:2]),
  lambda: F.soft_margin_loss(x,t[:2]), lambda: F.soft_margin_loss(x,3), lambda: F.soft_margin_loss(x,t.long()), lambda: F.poisson_nll_loss(x,t,reduction='b'), lambda: F.poisson_nll_loss(x,3), lambda: F.gaussian_nll_loss(x,t,-x.abs()), lambda: F.gaussian_nll_loss(x,t,-1.), lambda: F.gaussian_nll_loss(a,b,torch.ones(2)), lambda: F.gaussian_nll_loss(a,b,torch.ones(2,3)),
  lambda: F.gaussian_nll_loss(a,b,c.abs(),reduction='x'), lambda: F.gaussian_nll_loss(a,b), lambda: nn.GaussianNLLLoss(True), lambda: nn.GaussianNLLLoss()(a,b), lambda: nn.MarginRankingLoss()(a,b), lambda: nn.HingeEmbeddingLoss(foo=1), lambda: nn.SoftMarginLoss(1,2,3,4), lambda: nn.PoissonNLLLoss()(x), lambda: F.gaussian_nll_loss(x,t,'a'),
  lambda: F.hinge_embedding_loss(x,t,size_average=False), lambda: F.pairwise_distance(a), lambda: F.pairwise_distance(a,3), lambda: F.pairwise_distance(a,torch.ones(2)), lambda: F.margin_ranking_loss(torch.tensor([1]),torch.tensor([3]),torch.tensor([1])), lambda: nn.MarginRankingLoss()(torch.tensor([1]),torch.tensor([3]),torch.tensor([1])), lambda: F.hinge_embedding_loss(torch.tensor([1,2]),torch.tensor([1,-1]))): said(f)
#: distances in full digits, with gradients
import torch
import torch.nn.functional as F
torch.manual_seed(0)
a,b,c=[torch.randn(4,3) for _ in range(3)]
d=a-b+1e-6
for p in (1,2,3):
    x=d.clone().requires_grad_(); y=torch.norm(x,p,1); y.sum().backward(); print(p, y.tolist(), x.grad.tolist(), y.grad_fn.name())
    x=d.clone().requires_grad_(); y=torch.norm(x,p,1,True); y.sum().backward(); print(p, y.tolist(), x.grad.tolist(), y.grad_fn.name())
    x=d.clone().requires_grad_(); y=torch.linalg.vector_norm(x,p,1); y.sum().backward(); print(p, y.tolist(), x.grad.tolist(), y.grad_fn.name())
    x=d.clone().requires_grad_(); y=torch.pairwise_distance(x,torch.zeros(3),p,0); y.sum().backward(); print(p, y.tolist(), x.grad.tolist(), y.grad_fn.name())
for r in (a,b,c): print(F.pairwise_distance(r,a,1).tolist(),F.pairwise_distance(r,b,1).tolist(),F.pairwise_distance(r,c,1).tolist())
print((2+F.pairwise_distance(a,b,1)-torch.minimum(F.pairwise_distance(a,c,1),F.pairwise_distance(b,c,1))).tolist())
#: an optimiser's state, and what norm, histc and one_hot refuse
import torch
from torch import nn
import torch.nn.functional as F
def said(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
w=nn.Parameter(torch.tensor([1.,2.])); b=nn.Parameter(torch.tensor([[3.]]))
o=torch.optim.SGD([w,b],lr=.1)
print(o.state)
o=torch.optim.Adam([w,b],lr=.1)
(w.sum()+b.sum()).backward(); o.step()
print(o.state)
print(type(o.state).__name__, len(o.state), list(o.state.keys())[0] is w, w in o.state)
print(o.state[w])
print(o.state[w]['step'], o.state[w]['exp_avg'])
for p, s in o.state.items(): print(p.shape, sorted(s))
for p in o.state: print(p)
for s in o.state.values(): print(s['exp_avg_sq'])
o.state[w]['exp_avg'].zero_(); print(o.state[w])
o.state[w]['mine']=3; print(o.state[w]['mine'], o.state_dict()['state'][0])



for f in (lambda: torch.histc(torch.arange(5)), lambda: torch.histc(torch.tensor([True])), lambda: torch.histc(torch.arange(5), bins=3), lambda: torch.histc(torch.arange(5,dtype=torch.uint8)), lambda: torch.histc(torch.arange(5.), 0), lambda: torch.histc(torch.arange(5), 0), lambda: torch.histc(torch.arange(5,dtype=torch.int32)),
 lambda: torch.norm("a"), lambda: torch.norm(3), lambda: torch.norm([1.,2.]), lambda: torch.norm(), lambda: torch.norm(torch.ones(2),p='a'), lambda: torch.norm(torch.ones(2),p='nuc'), lambda: torch.norm(torch.ones(2), 'fro'), lambda: torch.norm(torch.arange(3)), lambda: torch.norm(torch.ones(2,2,2),p='fro'), lambda: torch.norm(torch.ones(2),dim=3), lambda: torch.norm(None),
 lambda: F.one_hot(torch.tensor([1,2]), "a"), lambda: F.one_hot("a"), lambda: F.one_hot(torch.tensor([1.])), lambda: F.one_hot(torch.tensor([1]),2.5), lambda: F.one_hot(torch.tensor([1]),num_classes="a"), lambda: F.one_hot(), lambda: F.one_hot(torch.tensor([1]),1), lambda: F.one_hot(torch.tensor([-1])), lambda: F.one_hot(torch.tensor([1]),-2), lambda: F.one_hot(torch.tensor([1]),foo=2), lambda: F.one_hot(torch.tensor([1]), None), lambda: F.one_hot(torch.tensor([1]), True), lambda: F.one_hot(torch.tensor([], dtype=torch.long)), lambda: F.one_hot(torch.tensor([1]),2,3)): said(f)
c=torch.zeros(1); print(o.state[c], len(o.state)); print(o.state.get(torch.zeros(2)), o.state.get(w)['step'])
o.state.clear(); print(o.state); o.step(); print(o.state[w]['step'])
s={k: v for k, v in o.state.items()}; print(len(s), o.state == s, bool(o.state), isinstance(o.state, dict))
o.state.pop(w); print(len(o.state)); o.step(); print(o.state[w]['step'], o.state[b]['step'])
import copy; d=copy.deepcopy(o.state_dict()); print(d['state'][0]['step']); o.load_state_dict(d); print(o.state[w]['step'])
import collections; print(isinstance(o.state, collections.defaultdict), o.state.default_factory)
#: schedulers and optimisers that programs derive
import torch, math
L=torch.optim.lr_scheduler
def opt(lr=.1): return torch.optim.SGD([torch.zeros(1)],lr=lr)
class Warm(L.LRScheduler):
    def __init__(self, optimizer, warmup, total, min_lr=0., last_epoch=-1):
        self.warmup=warmup; self.total=total
        self.min_lr=min_lr
        self.seen=[]
        super().__init__(optimizer, last_epoch)
    def get_lr(self):
        self.seen.append(self.last_epoch)
        if self.last_epoch < self.warmup: return [b*(self.last_epoch+1)/self.warmup for b in self.base_lrs]
        t=(self.last_epoch-self.warmup)/max(1,self.total-self.warmup)
        return [self.min_lr+.5*(b-self.min_lr)*(1+math.cos(math.pi*t)) for b in self.base_lrs]
o=opt(); s=Warm(o,3,8); print(isinstance(s,L.LRScheduler), type(s).__name__)
for i in range(8): o.step(); s.step(); print(s.get_last_lr(), o.param_groups[0]['lr'])
print(s.state_dict(), s.seen)
o2=opt(); s2=Warm(o2,3,8); s2.load_state_dict(s.state_dict()); print(s2.last_epoch, s2.warmup, s2.get_last_lr())
class S2(L.StepLR):
    def get_lr(self):
        print("own", self.last_epoch); return [x*2 for x in super().get_lr()]
o=opt(); s=S2(o,2); o.step(); s.step(); print(s.get_last_lr(), s.gamma, s.base_lrs)
class S3(L.CosineAnnealingLR):
    def __init__(self, o, n): self.k=5; super().__init__(o, T_max=n)
    def get_lr(self): return [x/self.k for x in super().get_lr()]
o=opt(); s=S3(o,4); o.step(); s.step(); print(s.get_last_lr(), s.T_max)
class S4(L.ReduceLROnPlateau):
    def step(self, m): print("step", m); super().step(m)
o=opt(); s=S4(o,patience=0); s.step(1.); s.step(2.); print(o.param_groups[0]['lr'])
class MySGD(torch.optim.Optimizer):
    def __init__(self, params, lr=.1, momentum=.9):
        if lr<0: raise ValueError(f"bad lr {lr}")
        defaults=dict(lr=lr, momentum=momentum)
        super().__init__(params, defaults)
    @torch.no_grad()
    def step(self, closure=None):
        loss=None
        if closure is not None:
            with torch.enable_grad(): loss=closure()
        for g in self.param_groups:
            for p in g['params']:
                if p.grad is None: continue
                st=self.state[p]
                if len(st)==0:
                    st['step']=0; st['buf']=torch.zeros_like(p); st['log']=[]
                st['step']+=1; st['log'].append(st['step']*1.)
                st['buf'].mul_(g['momentum']).add_(p.grad)
                p.add_(st['buf'], alpha=-g['lr'])
        return loss
net=torch.nn.Linear(2,1); torch.nn.init.ones_(net.weight); torch.nn.init.zeros_(net.bias)
o=MySGD(net.parameters(),.05); sch=L.StepLR(o,2)
for i in range(4):
    o.zero_grad(); loss=(net(torch.ones(3,2))**2).mean(); loss.backward(); o.step(); sch.step(); print(loss.item(), sch.get_last_lr())
print(o, net.weight, o.state_dict())
print(o.state[net.bias], o.defaults, isinstance(o, torch.optim.Optimizer), len(o.param_groups))
def clo():
    o.zero_grad(); l=net(torch.ones(1,2)).sum(); l.backward(); return l
print(o.step(clo))
try: MySGD(net.parameters(), -1)
except ValueError as e: print(e)
try: MySGD([])
except ValueError as e: print(e)
class A2(torch.optim.Adam):
    def __init__(self, params, lr=.01): super().__init__(params, lr=lr, betas=(.8,.9)); self.calls=0
    def step(self, closure=None):
        self.calls+=1
        return super().step(closure)
a=A2(net.parameters()); net(torch.ones(1,2)).sum().backward(); a.step(); a.step(); print(a.calls, a, sorted(a.state[net.bias]))
o.add_param_group({'params':[torch.zeros(1)],'lr':.3}); print(o.param_groups[1]['lr'], o.param_groups[1]['momentum'])
#: names of schedulers from before
import torch
x = torch.zeros(1); o = torch.optim.SGD([x], lr=.1)
from torch.optim.lr_scheduler import OneCycleLR, LRScheduler, _LRScheduler
print(OneCycleLR, LRScheduler)
class W(_LRScheduler):
    def get_lr(self): return [b*2 for b in self.base_lrs]
print(W(o).get_last_lr())
sched=OneCycleLR(o,max_lr=.1,steps_per_epoch=len([1,2,3]),epochs=2)
for e in range(2):
    for b in range(3): o.step(); sched.step() if not (e==1 and b==2) else None
print(sched.get_last_lr(), o.param_groups[0]['lr'], sched.total_steps)
print(dir(sched)[:0], hasattr(sched,'optimizer'), sched.optimizer is o, sched.last_epoch, sched._step_count)
#: Rprop, ASGD and their states
import torch
from torch import nn, optim
import torch.nn.functional as F
X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]]); Y = torch.tensor([[0.], [1.], [1.], [0.]])
for mk in [lambda p: optim.Rprop(p), lambda p: optim.Rprop(p, lr=.1, etas=(.4, 1.3), step_sizes=(1e-3, .2)), lambda p: optim.Rprop(p, maximize=True), lambda p: optim.ASGD(p, lr=.1), lambda p: optim.ASGD(p, .1, lambd=.01, alpha=.5, t0=3, weight_decay=.01), lambda p: optim.ASGD(p, lr=1, t0=5.5)]:
    torch.manual_seed(0); m = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 1)); o = mk(m.parameters())
    print(o, o.defaults)
    for s in range(12): o.zero_grad(); l = ((m(X) - Y) ** 2).mean(); l.backward(); o.step(); print(f"{l.item():.9f}", end=" ")
    print(); print({k: v for k, v in o.state[m[2].bias].items()}, list(o.state_dict()["state"][0]))
    print({k: v for k, v in o.state_dict()["param_groups"][0].items()})
for f in [lambda: optim.Rprop(m.parameters(), lr=-1), lambda: optim.Rprop(m.parameters(), etas=(1.5, 2)), lambda: optim.ASGD(m.parameters(), weight_decay=-1.), lambda: optim.ASGD([])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = torch.ones(2, dtype=torch.float64, requires_grad=True)
for O in (optim.Rprop, optim.ASGD):
    o = O([d]); d.grad = torch.tensor([1., -.5], dtype=torch.float64); o.step(); d.grad = torch.tensor([-1., -.5], dtype=torch.float64); o.step(); print(d, o.state[d])
#: alpha dropout, SELU's
import torch
from torch import nn, optim
import torch.nn.functional as F
torch.manual_seed(1); x = torch.arange(6.).view(2, 3).requires_grad_()
y = F.alpha_dropout(x, .3, True); print(y); y.sum().backward(); print(x.grad)
a = nn.AlphaDropout(.2); print(a, a(x), a.eval()(x) is x, F.alpha_dropout(x), F.alpha_dropout(x, p=1., training=True)); print(F.dropout(x), torch.rand(1))
for f in [lambda: nn.AlphaDropout(1.5), lambda: F.alpha_dropout(x, -1), lambda: nn.AlphaDropout("a"), lambda: F.alpha_dropout([1])]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
snn = nn.Sequential(nn.Linear(3, 4), nn.SELU(), nn.AlphaDropout(p=0.1), nn.Linear(4, 1)); print(snn)
t = torch.ones(3); F.alpha_dropout(t, .5, True, inplace=True); print(t)

# Programs that fail, and the traceback CPython 3.11 writes; make_python_errors.py records them without carets.
#: a division
def ratio(a, b):
    return a / b

print(ratio(1, 0))
#: a name that is nearly there
value = 3
print(vlaue)
#: a name that is nearly there in a function
def f():
    total = 1
    return totl
f()
#: an attribute that is nearly there
class Net:
    def forward(self):
        return 1
Net().forwrd()
#: within methods and calls over lines
class A:
    def go(self, x):
        return self.stop(
            x,
            2,
        )
    def stop(self, x, y):
        raise ValueError(f"{x} {y}")
A().go(
    1,
)
#: during the handling of another
def g(d):
    try:
        return d["key"]
    except KeyError:
        return d.missing
g({})
#: from a cause
try:
    int("x")
except ValueError as error:
    raise RuntimeError("no number") from error
#: raised again
def h():
    try:
        [][1]
    except IndexError:
        print("seen")
        raise
h()
#: recursion
def r(n):
    return r(n + 1)
try:
    r(0)
except RecursionError as e:
    print(e)
#: an exception of one's own
class ShapeError(ValueError):
    def __init__(self, shape):
        super().__init__(f"bad shape {shape}")
        self.shape = shape
raise ShapeError((2, 3))
#: in a comprehension and a lambda
f = lambda v: 1 / v
print([f(v) for v in (1, 0)])
#: a generator
def gen():
    yield 1
    raise TypeError("stop here")
for v in gen():
    print(v)
#: an assertion
x = [1, 2]
assert len(x) == 3, "three are needed"
#: arguments that do not fit
def k(a, b, *, c):
    pass
k(1)
#: a keyword that is not there
def k(a):
    pass
k(1, b=2)
#: a colon is missing
for i in range(3)
    print(i)
#: a bracket is open
x = (1, 2
y = 3
#: a text is open
s = 'abc
print(s)
#: print of Python 2
print "hello"
#: one equals sign
if x = 3:
    pass
#: a literal gets a value
1 = x
#: a call gets a value
f() = 3
#: a block is missing
def f():
x = 1
#: an indent too many
x = 1
  y = 2
#: an indent that fits nowhere
if True:
    x = 1
  y = 2
#: return outside
return 3
#: two statements in a line
x = 1 y = 2
#: a comma is missing
print("a" 3)
#: a module that is not there
import nothing_like_this
#: a name that a module has not
from math import square
#: an attribute on the next line
def f(x):
    return (x
            .foo
            .bar)
f(1)
#: bases that fail
class A(
    int if 1 / 0 else str
):
    pass
#: an exit that fails
class C:
    def __enter__(self): return self
    def __exit__(self, *a): 1 / 0
with C() as c:
    x = 1
    y = 2
#: a decorator that fails
def deco(f):
    raise ValueError("in deco")
@deco
def g():
    pass
#: stars after others
def f(*args, **kw): return args
f(1,
  *5)
#: a comprehension over lines
def outer():
    def inner():
        return undefined
    return [inner()
            for _ in range(2)]
outer()
#: an operator of its own
class N:
    def __add__(self, o): return self.v + o
N() + 1
#: a dataclass that refuses
from dataclasses import dataclass
@dataclass
class P:
    x: int
    def __post_init__(self):
        if self.x < 0: raise ValueError("neg")
P(-1)
#: bases that do not go together
class A(int, str): pass
#: decorators in order
def d(n):
    print("make", n)
    def w(f): print("apply", n, f.__name__); return f
    return w
@d(1)
@d(2)
def f(): pass
@d(3)
@d(4)
class A:
    print("body")
    @d(5)
    @d(6)
    def m(self): pass
#: a class decorator that fails
def bad(c): raise TypeError("bad " + c.__name__)
@bad
class A:
    x = 1
#: several managers
class M:
    def __init__(self, n): self.n = n
    def __enter__(self): print("in", self.n)
    def __exit__(self, *a): print("out", self.n, a[0])
def f():
    with M(1), M(2):
        x = 1
        raise ValueError(
            "v")
f()

"""Programs of beginners' courses, each from its line `#: name` on; make_python_errors.py records what CPython prints."""
#: with targets
from contextlib import contextmanager
@contextmanager
def pair(a, b):
    yield (a, b)
class O: pass
o = O(); d = {}; l = [0, 0]
with pair(1, 2) as (a, b): print(a, b)
with pair(1, 2) as [a, b], pair(3, 4) as (c, (e)): print(a, b, c, e)
with pair(1, 2) as o.x, pair(3, 4) as l[0], pair(5, 6) as d['k']: print(o.x, l, d)
with (pair(1, 2) as (a, b), pair(3, 4) as c,): print(a, b, c)
with (
    pair(1, 2) as x,
    pair("a)", 4) as (y,
        z),
):
    print(x, y, z)
def f():
    with pair(7, 8) as (g, h):
        def inner(): return g + h
        return inner()
print(f())
with pair(1, 2) as (*a, b): print(a, b)
#: decorators
def tag(n):
    def deco(f):
        def w(*a): return (n, f(*a))
        return w
    return deco
ds = [tag("a"), tag("b")]
@ds[0]
def f(x): return x
@(lambda g: lambda *a: g(*a) + 1)
def h(x): return x
@tag("x") if True else ds[1]
def k(x): return x
@ds[1]
@tag("z")
@(ds[0])
def m(x): return x
print(f(1), h(1), k(1), m(1))
class B:
    reg = {}
    def add(self, name):
        def d(f): self.reg[name] = f; return f
        return d
b = B()
@b.add("q")
def q(): return 5
@B().add("r")
def r(): return 6
print(sorted(b.reg), b.reg["q"](), B.reg["r"]())
#: stars and slashes
f = lambda a, /, b=2, *c, d=4, **e: (a, b, c, d, e)
print(f(1), f(1, 2, 3, d=5, z=6))
try: f(a=1)
except TypeError as e: print(e)
for x in *[1, 2], 3: print(x, end=" ")
class G:
    def __getitem__(self, k): return k
t = (1, 2)
print(G()[*t], G()[*t, 3], G()[0, *t], G()[1:2, *t])
def g():
    x = yield *t, 3
    return *t, x
def gg(): return (yield from g())
it = gg(); print(next(it))
try: it.send(9)
except StopIteration as s: print(s.value)
print(1 .real, 1..real, 3 .__add__(4))
print(*[1, 2], *"ab", sep="-", **{"end": "!\n"})
#: keywords as names
match = 1; case = 2; type_ = 3; _ = 4
print(match, case, type_, _)
print(match + case)
match = [1, 2]
print(match[0])
def case(x): return x
print(case(3))
type = "x"
print(type)
#: iterators
from itertools import *
import itertools
from collections import deque, OrderedDict, Counter
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration
class Sq:
    def __getitem__(self, i): return [1,2][i]
def g(): yield 1
for v in [iter([]), iter(()), iter("ab"), iter("é"), iter({}), iter({1:2}.items()), iter({1:2}.values()), iter({1}), iter(frozenset()), iter(range(3)), reversed([1]), reversed((1,)), reversed("ab"), reversed(range(3)), reversed({1:2}), enumerate([]), zip(), map(str, []), filter(None, []), g(), (x for x in []), iter(It()), iter(Sq()), iter(int, 1), count(), cycle([1]), repeat(1), chain([1]), islice([1], 1), takewhile(bool, []), dropwhile(bool, []), product([1]), permutations([1]), combinations([1], 1), accumulate([1]), starmap(pow, []), groupby([]), zip_longest([1]), iter(deque()), iter(Counter()), compress([1], [1]), pairwise([1]), combinations_with_replacement([1], 1), filterfalse(None, []), tee([1])[0], {1:2}.keys(), {1:2}.items(), {1:2}.values(), chain.from_iterable([])]:
    print(type(v), type(v).__name__)
print(isinstance(zip(), zip), isinstance(map(str, []), map), type(enumerate([])) is enumerate, type(zip()) == zip, isinstance([], zip), issubclass(zip, object))
print(iter([]) is iter([]), type(iter([])) is type(iter([1])), type(iter([])) == type(iter(())))
print(list(zip.__mro__), map.__name__, hasattr(iter([]), "__next__"), iter([1]).__next__())
for f in [lambda: iter([])[0], lambda: len(iter([])), lambda: zip([1]) + 1, lambda: g()[0], lambda: len(map(str, [])), lambda: range(3) + [1], lambda: enumerate([])[0], lambda: next([]), lambda: next(iter([])), lambda: iter(5), lambda: zip(1), lambda: iter([]).foo, lambda: map(str, []).foo, lambda: g().foo, lambda: type(iter([]))(), lambda: zip.foo]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#: int subclass
class Positive(int):
    def __new__(cls, value):
        if value < 0: raise ValueError("negative")
        return super().__new__(cls, value)
    def double(self): return Positive(self * 2)
    def __repr__(self): return f"Positive({int(self)})"
p = Positive(5)
print(p, repr(p), str(p), p + 1, 1 + p, p * 2.5, p == 5, 5 == p, p < 6, hash(p) == hash(5), type(p), type(p + 1), isinstance(p, int), p.double(), -p, abs(p), p // 2, p % 3, p ** 2, divmod(p, 2), bool(p), [10, 20, 30, 40, 50, 60][p], {5: "x"}[p], {p: 1}[5], f"{p:03d}", f"{p}", "%d" % p, "%s" % p, range(p), sum([p, p]), max(p, 3), sorted([p, 2, 9]), int(p), float(p), p.bit_length(), p.real, round(p), p & 4, ~p, p << 1, list(range(p)), "ab" * p, [0] * p, p is p)
try: Positive(-1)
except ValueError as e: print(e)
p.label = "five"; print(p.label, vars(p))
import math; print(math.sqrt(Positive(16)), math.factorial(p), pow(p, 2), bin(p), hex(p))
p += 1; print(p, type(p).__name__)
class K(int): pass
print(K(), K("7"), K(3.9), K("ff", 16), repr(K(3)), K(3) + K(4), type(K(3) + K(4)), [K(1)], {K(1)}, (K(2),), K(3) == 3.0, K(3) != 3, 3 in [K(3)], K(3) in {3})
#: float subclass
class Celsius(float):
    def to_f(self): return Fahrenheit(self * 9 / 5 + 32)
    def __str__(self): return f"{float(self):.1f}°C"
class Fahrenheit(float):
    def __str__(self): return f"{float(self):.1f}°F"
c = Celsius(36.6)
print(c, repr(c), c.to_f(), c + 1, c * 2, 2 - c, c > 30, c == 36.6, f"{c:.3f}", f"{c}", f"{c!r}", round(c), round(c, 1), type(c), isinstance(c, float), c.is_integer(), [c], abs(-c), int(c), "%.2f" % c)
class Temp(float):
    def __new__(cls, value, unit="C"):
        self = super().__new__(cls, value); self.unit = unit; return self
    def __init__(self, value, unit="C"): self.seen = True
    def __add__(self, other): return Temp(float(self) + other, self.unit)
    __radd__ = __add__
t = Temp(20, "F")
print(t, t.unit, t.seen, t + 5, (t + 5).unit, 5 + t, sum([t, t]))
#: str subclass
class Name(str):
    def shout(self): return self.upper() + "!"
    def __add__(self, o): return Name(str.__add__(self, o))
    def __eq__(self, o): return self.lower() == str(o).lower()
    def __hash__(self): return hash(self.lower())
n = Name("Ada")
print(n, repr(n), n.shout(), n + " L", type(n + "x"), "x" + n, len(n), n[0], n[1:], list(n), "d" in n, n == "ADA", n in {"ada": 1} or True, f"{n:>6}|{n}", "%s" % n, n.replace("A", "B"), n.split("d"), ", ".join([n, "b"]), n * 2, isinstance(n, str), n.startswith("A"), n < "B", sorted([n, "Ab"]), n.lower(), "A" in n, n.format(), {n: 1}["ada"] if False else "", bool(Name("")), n.upper() == "ADA")
class S(str): pass
print(S("a") == "a", {S("a"): 1}["a"], S(5), S(), repr(S("q")), S("a") + S("b"), type(S("a").upper()), S("a,b").split(","), int(S("5")), float(S("1.5")), getattr("abc", S("upper"))() if False else 1)
#: containers subclassed
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
s = Stack([1, 2]); s.push(3); print(s, s.peek(), len(s), s[0:2], type(s[0:2]), s + [4], isinstance(s, list), s == [1, 2, 3], sorted(s, reverse=True), sum(s), [x for x in s], 3 in s, repr(s), bool(Stack()))
class D(dict):
    def __missing__(self, k): return k * 2
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k)
d = D(a=1); print(d, d["zz"], d.a, len(d), {**d}, isinstance(d, dict), d == {"a": 1}, d.get("q"), list(d), d.b)
class L(list):
    def __init__(self, *a): super().__init__(a); self.n = len(a)
    def __getitem__(self, i): return super().__getitem__(i) * 10
    def append(self, x): print("append", x); super().append(x)
l = L(1, 2, 3); l.append(4); print(l, l[0], l.n, list(l), l[-1], len(l))
class T(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return T(self[0] + o[0], self[1] + o[1])
t = T(1, 2); print(t, t.x, t + T(3, 4), type(t + (1, 1)), len(t), t == (1, 2), hash(t) == hash((1, 2)), {t: 1}[(1, 2)])
class Set(set):
    def add(self, x): super().add(str(x))
q = Set(); q.add(1); print(q, len(q), "1" in q, isinstance(q, set))
class E(Exception):
    def __init__(self, msg, code=0): super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
try: raise E("bad", 3)
except E as e: print(e, repr(e), e.args, e.code)
class E2(E): pass
try: raise E2("x")
except (ValueError, E) as e: print(type(e).__name__, e, isinstance(e, Exception), E2.__mro__)
class E3(KeyError): pass
try: raise E3("k")
except KeyError as e: print(e, repr(e), str(e))
#: enum
from enum import Enum, IntEnum, auto, unique, StrEnum
import enum
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def is_warm(self): return self is Color.RED
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.GREEN
    @staticmethod
    def count(): return 3
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], list(Color), len(Color), Color.RED is Color(1), Color.RED == Color.GREEN, Color.RED != 1, Color.RED in Color, Color, type(Color.RED), type(Color), Color.CRIMSON, Color.__members__)
print([c.name for c in Color], {c: c.value for c in Color}, Color.RED.is_warm(), Color.GREEN.pretty, Color.default(), Color.count(), isinstance(Color.RED, Color), hash(Color.RED) == hash(Color.RED), f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED, str(Color.RED), Color.RED.RED if False else "", bool(Color.RED), Color.__name__, Color.RED.__class__, Color["RED"].value + 1, sorted(Color, key=lambda c: -c.value), max(Color, key=lambda c: c.value), dict(Color.__members__))
for f in [lambda: Color(9), lambda: Color["X"], lambda: Color.X, lambda: Color.RED < Color.BLUE, lambda: Color.RED + 1, lambda: setattr(Color, "RED", 5), lambda: Color.RED.foo, lambda: Color(), lambda: 1 in Color, lambda: Color.RED(), lambda: Color[1], lambda: int(Color.RED), lambda: sorted(Color)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class P(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10
print(P.LOW, repr(P.LOW), P.LOW < P.HIGH, P.LOW + 1, P.HIGH == 10, sorted([P.HIGH, P.LOW]), P(5), f"{P.MID}", f"{P.MID:03d}", int(P.MID), [10, 20][P.LOW], P.LOW.name, P.LOW.value, sum(P), max(P), list(P), isinstance(P.LOW, int), {1: "a"}[P.LOW], P.LOW is P(1), "%d" % P.LOW, str(P.HIGH), P.LOW in (1, 2), range(P.MID), P.HIGH / 4, -P.LOW)
class W(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print(list(W), W.D.value)
class S(StrEnum):
    UP = auto()
    DOWN = "down!"
print(S.UP, repr(S.UP), S.UP == "up", S.DOWN.upper(), f"{S.UP:>5}", S("up"), ",".join(S), {"up": 1}[S.UP], S.UP + "x", len(S.DOWN), isinstance(S.UP, str), S.UP in ["up"])
class T(str, Enum):
    X = "x"
    Y = "y"
print(T.X, repr(T.X), T.X == "x", T.X.value, f"{T.X}", T("y"), T.X.upper(), T.X + "!", {T.X: 1}["x"])
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self): return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(Planet.EARTH, Planet.EARTH.value, Planet.EARTH.mass, Planet.EARTH.gravity, Planet((3.303e+23, 2.4397e6)), [p.name for p in Planet])
class Op(Enum):
    ADD = "+"
    SUB = "-"
    def __call__(self, a, b): return a + b if self is Op.ADD else a - b
    def __str__(self): return f"op {self.value}"
    def __repr__(self): return f"<{self.value}>"
    @classmethod
    def _missing_(cls, v): return cls.ADD
print(Op.ADD(1, 2), Op("-")(5, 3), Op.ADD, [Op.SUB], f"{Op.ADD}", Op("zz"))
try:
    @unique
    class M(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
@unique
class N(Enum):
    A = 1
    B = 2
print(N.A)
class Base(Enum):
    def hello(self): return "hi " + self.name
class Kid(Base):
    Q = 1
print(Kid.Q.hello(), Kid.Q, isinstance(Kid.Q, Base), issubclass(Kid, Enum))
d = {Color.RED: "r", Color.BLUE: "b"}; print(d[Color.RED], d, Color.RED in d)
import copy; print(copy.deepcopy(Color.RED) is Color.RED, copy.copy([Color.RED]))
for name, m in Color.__members__.items(): print(name, m, end=";")
print(enum.Enum, list(reversed(Color)), iter(Color).__next__())
class Weekday(Enum):
    MON = 1; TUE = 2
    def next(self): return Weekday(self.value % 2 + 1)
print(Weekday.MON.next(), Weekday.TUE.next(), Weekday.MON.next().next() is Weekday.MON)
#: singledispatch
from functools import singledispatch, reduce, partial, lru_cache, wraps, total_ordering, cached_property, cmp_to_key
@singledispatch
def show(x): return f"? {x}"
@show.register(int)
def _(x): return f"int {x}"
@show.register
def _(x: list): return "list " + ",".join(map(show, x))
@show.register(float)
@show.register(str)
def _(x): return f"text or float {x!r}"
print(show(1), show(True), show(1.5), show("a"), show([1, "b"]), show(None), show({}), show.dispatch(int) is show.registry[int], show.__name__)
show.register(dict, lambda d: "dict")
print(show({}))
class A: pass
class B(A): pass
@show.register(A)
def _(a): return "A"
print(show(B()))
try: show()
except TypeError as e: print(e)
#: locals
def outer(a, b=2):
    c = 3
    def inner(d):
        e = a + c
        return locals()
    print(sorted(locals()))
    return inner(5)
print(outer(1))
def f(x):
    y = 1
    return sorted(locals()), dir(), vars()
print(f(3))
def g():
    n = 0
    def h():
        nonlocal n
        n += 1
        return locals()
    return h()
print(g())
print("f" in globals(), "zz" in globals())
class K:
    p = 1
    q = locals().copy()
print(sorted(k for k in K.q if not k.startswith("__")))
#: type with three
P = type("P", (object,), {"x": 5, "hi": lambda self: self.x})
print(P().hi(), P.__name__, P, isinstance(P(), P))
try: type("A", (), {})(1)
except TypeError as e: print(e)
#: math
import math
print(math.hypot(3, 4), math.hypot(1, 1, 1), math.dist((1, 2), (4, 6)), math.atan2(1, 2), math.atan2(-1, -1), math.atan2(0, -1), math.log10(1000), math.log10(2), math.log2(8), math.log2(10), math.log(8, 2), math.log(100, 10), math.erf(0.5), math.erfc(0.5), math.log10(1e-5), math.log10(123456), math.hypot(), math.hypot(float("inf"), float("nan")), math.atan2(0.0, 0.0))
#: statistics
import statistics, random
from statistics import mean, stdev
print(mean([0.1, 0.2, 0.3]), mean([1, 2, 3, 4]), mean([1, 2, 3]), statistics.variance([1, 2, 3]), statistics.pvariance([1, 2, 3, 4]), stdev([1, 2, 3, 4]), statistics.mode("aabbb"), statistics.multimode([1, 1, 2, 2]), statistics.median([3, 1, 2]), statistics.median([4, 1, 3, 2]), statistics.fmean([1, 2]), statistics.pstdev([2, 4, 4, 4, 5, 5, 7, 9]), mean([True, False]), statistics.multimode([]))
random.seed(2)
for _ in range(20):
    d = [random.gauss(50, 10) for _ in range(7)]; e = [round(v, 1) for v in d]
    print(mean(d), stdev(d), statistics.pvariance(e), mean(e), statistics.median(e), statistics.pstdev(e), statistics.variance(d))
for f in [lambda: mean([]), lambda: stdev([1]), lambda: statistics.median([]), lambda: statistics.mode([]), lambda: statistics.pvariance([]), lambda: statistics.variance([]), lambda: statistics.pstdev([]), lambda: mean(["a"]), lambda: mean(5)]:
    try: print(f())
    except Exception as e: print(type(e), e)
#: named tuples by class
from typing import NamedTuple
class P(NamedTuple):
    """A point."""
    x: float
    y: float = 0.0
    def norm(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __add__(self, o): return P(self.x + o.x, self.y + o.y)
    @property
    def pair(self): return self.x, self.y
p = P(3, 4); print(p, p.norm(), p + P(1), p.pair, p._replace(x=0), p._asdict(), P._fields, p == (3, 4), P.__name__, isinstance(p, tuple), p[0], [*p], P(y=1, x=2), {p: 1}[P(3, 4)], sorted([P(2), P(1)]), P.__doc__, type(p), len(p), hash(p) == hash((3, 4)))
x, y = p; print(x, y)
class Q(NamedTuple):
    name: str
    def __str__(self): return f"<{self.name}>"
print(Q("a"), repr(Q("a")))
for f in [lambda: P(), lambda: P(1, 2, 3), lambda: P(z=1), lambda: setattr(p, "x", 3), lambda: p.z]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#: private names
class Account:
    __rate = 2
    def __init__(self, b): self.__balance = b; self.__x__ = 1; self._y = 2
    def __check(self, n): return n <= self.__balance
    def take(self, n, __k=1):
        if not self.__check(n): raise ValueError("no")
        self.__balance -= n; return self.__balance * self.__rate * __k
    @property
    def __p(self): return 7
    def p(self): return self.__p
    @staticmethod
    def __helper(): return "h"
    def h(self): return Account.__helper(), [self.__rate for _ in range(2)], (lambda: self.__rate)()
    class __Inner:
        def __m(self): return 3
        def go(self): return self.__m()
    def inner(self): return self.__Inner().go()
class Sub(Account):
    def peek(self):
        try: return self.__balance
        except AttributeError as e: return str(e)
a = Account(10); print(a.take(3), a.p(), a.h(), a.inner(), a._Account__balance, vars(a), [n for n in dir(a) if "Account" in n], Sub(1).peek(), Account._Account__check.__name__, Account._Account__check.__qualname__)
a._Account__balance = 100; print(a.take(1), hasattr(a, "__balance"))
class _U:
    __v = 1
print(_U._U__v)
def f():
    __local = 3
    return __local
print(f())
class D:
    def __init__(self): self.__a = 1
    def __fail(self): return self.__b
    def go(self): return self.__fail()
D().go()
#: managers
from contextlib import contextmanager
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    finally: print(f"</{name}>")
def f():
    with tag("d"):
        raise KeyError("k")
f()
#: text statistics
text = """It was the best of times, it was the worst of times,
it was the age of wisdom..."""
words = [w.strip(".,").lower() for w in text.split()]
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
for w, n in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print(f"{w:<8}{n:>3} {'#' * n}")
lines = text.splitlines(); print(len(lines), len(words), sum(len(w) for w in words) / len(words), f"{len(set(words)) / len(words):.1%}")
for i, l in enumerate(lines, start=1): print(f"{i:02}: {l!r}")
print(text.upper().swapcase() == text.lower(), text.find("age"), text.rindex("was"), "wisdom" in text)
#: rock paper scissors
beats = {"rock": "scissors", "paper": "rock", "scissors": "paper"}
def play(a, b):
    if a == b: return "draw"
    return "a" if beats[a] == b else "b"
for a in beats:
    print(*[f"{play(a, b):^6}" for b in beats], sep="|")
print(play("rock", "lizard") , beats.get("lizard"), "x" if "lizard" in beats else "y")
play("lizard", "rock")
#: grades
students = {"Ann": [90, 85], "Bob": [70], "Cid": []}
def average(xs):
    return sum(xs) / len(xs)
for name, marks in students.items():
    try:
        print(name, average(marks))
    except ZeroDivisionError:
        print(name, "no marks")
def letter(x):
    for limit, l in ((90, "A"), (80, "B")):
        if x >= limit: return l
    else:
        return "F"
print([letter(x) for x in (95, 85, 10)])
print(average(students["Cid"]))
#: bank menu with while
balance, log = 100, []
ops = iter([("d", 50), ("w", 30), ("w", 500), ("q", 0)])
while True:
    op, amount = next(ops)
    if op == "q":
        break
    elif op == "d":
        balance += amount
    elif op == "w" and amount <= balance:
        balance -= amount
    else:
        log.append(f"refused {amount}")
        continue
    log.append(f"{op}{amount:+d}")
else:
    print("never")
print(balance, log)
#: linked list
class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next
class LinkedList:
    def __init__(self, items=()):
        self.head = None; self.size = 0
        for x in items: self.append(x)
    def append(self, v):
        node = Node(v); self.size += 1
        if not self.head: self.head = node; return
        cur = self.head
        while cur.next: cur = cur.next
        cur.next = node
    def __iter__(self):
        cur = self.head
        while cur: yield cur.value; cur = cur.next
    def __len__(self): return self.size
    def __repr__(self): return " -> ".join(map(str, self)) or "empty"
    def reverse(self):
        prev = None; cur = self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev; return self
    def __getitem__(self, i):
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(f"index {i} out of range")
l = LinkedList([1, 2, 3]); print(l, len(l), l.reverse(), list(l), 2 in l, l[0], LinkedList(), sum(l), max(l), sorted(l))
a, b, c = l; print(a, b, c); print(l[7])
#: binary tree
class Tree:
    def __init__(self, key): self.key = key; self.left = self.right = None
    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None: setattr(self, side, Tree(key))
        else: child.insert(key)
    def __iter__(self):
        if self.left: yield from self.left
        yield self.key
        if self.right: yield from self.right
    def height(self): return 1 + max((c.height() for c in (self.left, self.right) if c), default=0)
t = Tree(5)
for k in [3, 8, 1, 4, 9]: t.insert(k)
print(list(t), t.height(), 4 in t)
from collections import deque
def bfs(t):
    q = deque([(t, 0)])
    while q:
        n, d = q.popleft(); yield d, n.key
        q.extend((c, d + 1) for c in (n.left, n.right) if c)
print(list(bfs(t)))
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D"], "D": []}
def dfs(n, seen=None):
    seen = seen if seen is not None else []
    if n not in seen:
        seen.append(n)
        for m in graph[n]: dfs(m, seen)
    return seen
def path(a, b, p=[]):
    p = p + [a]
    if a == b: return p
    for m in graph[a]:
        if m not in p and (r := path(m, b, p)): return r
print(dfs("A"), path("A", "D"), path("D", "A"))
#: bubble merge insertion sorts
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def merge(a):
    if len(a) <= 1: return a
    m = len(a) // 2; l, r = merge(a[:m]), merge(a[m:]); out = []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
def insertion(a):
    a = list(a)
    for i in range(1, len(a)):
        k = a[i]; j = i - 1
        while j >= 0 and a[j] > k: a[j + 1] = a[j]; j -= 1
        a[j + 1] = k
    return a
import random; random.seed(7); d = random.sample(range(100), 10); print(d, bubble(d) == merge(d) == insertion(d) == sorted(d), merge("hello" and list("hello")))
#: string building and slicing errors
s = "python"
print(s[10:], s[-100:3], s[::2], s[5:1:-1])
print(s[10])
#: mutable defaults and identity
def add(x, bag=[]): bag.append(x); return bag
print(add(1), add(2), add(3, []), add.__defaults__)
a = [1]; b = a; b += [2]; print(a, a is b); a = a + [3]; print(a, b, a is b)
def change(l, n): l.append(1); l = [9]; n += 1; return l, n
x = []; n = 1; print(change(x, n), x, n)
t = ([1], 2)
try: t[0] += [5]
except TypeError as e: print(e, t)
x = y = []; x.append(1); print(y); print(None is None, [] is [], () == (), 1 == 1.0, "a" "b" is not None)
del x
print(x)
#: scope errors
total = 0
def bump():
    total += 1
    return total
bump()
#: scope ok
x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "inner"
        return x
    r = inner(); return r, x
def setg():
    global x, y
    x = "changed"; y = 1
print(outer(), x); setg(); print(x, y, [x for x in range(2)], x)
class A:
    x = 5; ys = [x for _ in range(2)] if False else [5]
    def get(self): return x
print(A().get(), A.x, A().x)
#: loops with else and zip
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0: print(n, "=", d, "*", n // d); break
    else: print(n, "is prime")
names, ages = ["a", "b"], [1, 2, 3]
for (n, a), i in zip(zip(names, ages), range(5)): print(n, a, i)
print(list(zip(*[(1, "a"), (2, "b")])), dict(zip(names, ages)), list(zip()), [*zip([1], [2], strict=True)])
list(zip([1, 2], [1], strict=True))
#: integer division and floats
print(7 / 2, 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 2 ** 10, 2 ** -1, 2 ** 0.5, 1e3, 1.0, 1e100, 1e-7, 0.1 + 0.2, round(3.14159, 2), round(1234, -2), int("42"), float("1e3"), str(3.0), 10 / 5, 1 / 3, 100 * 1.1, 5.0 // 2, 3 * 0.1, float("inf") > 1, float("nan") == float("nan"), abs(-2.5), max(1, 2.5), 1_000, 0xFF, complex if False else "", bool(0.0), 3 == 3.0, hash(3) == hash(3.0), 1e16 + 1, 123456789.123456789, 1.1 * 3, 2e-5 * 3, 1e22, 1.5e300 * 1e10, -1e-320)
print(1 / 0)
#: formatting dates by hand
def fmt(sec): m, s = divmod(sec, 60); h, m = divmod(m, 60); return f"{h:d}:{m:02d}:{s:02d}"
print(fmt(3661), fmt(59), "{:>8}|{:<8}|{:^8}".format(*"abc"), "{0[1]} {1.real} {k[a]}".format([1, 2], 3, k={"a": 4}), "{:,}".format(1234567), "{:.3e}".format(12345.678), "{:+.1f} {:08.3f}".format(2.25, -3.14159), "{!r:>6}".format("a"), "{{}}".format(), "%s %s" % ("a", 1), "%.2f%%" % 12.345, "%05d" % 42, "%+d" % 5, "%x" % 255, "%-5s|" % "a", "%s" % [1], "%(a)s" % {"a": 1})
print("{} {}".format(1))
#: format spec error
print(f"{'abc':d}")
#: iterator protocol
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n + 1
c = Countdown(3); print(next(c), list(c), list(c), [*Countdown(2)], sum(Countdown(4)), 2 in Countdown(3), dict(enumerate(Countdown(2))), max(Countdown(3)), ",".join(str(i) for i in Countdown(3)), tuple(Countdown(1)), sorted(Countdown(3)), list(zip(Countdown(2), "ab")), list(map(str, Countdown(2))))
it = iter([1, 2]); print(next(it), next(it), next(it, "end")); next(it)
#: context manager by generator
from contextlib import contextmanager
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ValueError as e: print("caught", e)
    finally: print(f"</{name}>")
with tag("a") as t, tag("b"): print(t)
with tag("c"): raise ValueError("bad")
with tag("d"): raise KeyError("k")
#: operators overloaded
from functools import total_ordering
@total_ordering
class V:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f"V{self.c}"
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return self + -o
    def __neg__(self): return V(*(-a for a in self.c))
    def __mul__(self, k): return V(*(a * k for a in self.c)) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(self.c, k.c))
    def __rmul__(self, k): return self * k
    def __truediv__(self, k): return self * (1 / k)
    def __abs__(self): return sum(a * a for a in self.c) ** 0.5
    def __eq__(self, o): return self.c == o.c
    def __lt__(self, o): return abs(self) < abs(o)
    def __hash__(self): return hash(self.c)
    def __iter__(self): return iter(self.c)
    def __len__(self): return len(self.c)
    def __bool__(self): return any(self.c)
    def __getitem__(self, i): return self.c[i]
    def __format__(self, spec): return "(" + ", ".join(format(a, spec or "g") for a in self.c) + ")"
    def __round__(self, n=0): return V(*(round(a, n) for a in self.c))
    def __matmul__(self, o): return self * o
    def __floordiv__(self, k): return V(*(a // k for a in self.c))
    def __pow__(self, k): return V(*(a ** k for a in self.c))
    def __iadd__(self, o): self.c = (self + o).c; return self
    def __contains__(self, x): return x in self.c
    def __index__(self): return len(self.c)
    def __reversed__(self): return V(*self.c[::-1])
v, w = V(1, 2), V(3, 4)
print(v + w, v - w, -v, 2 * v, v * 3, v * w, v @ w, w / 2, abs(w), v == V(1, 2), v != w, v < w, v >= w, max(v, w), sorted([w, v]), sum([v, w]), {v: 1}[V(1, 2)], [*v], len(v), bool(V(0, 0)), v[0], v[-1], f"{v:.1f} {v}", round(w / 3, 2), w // 2, v ** 2, 2 in v, [10, 20, 30][v], reversed(v), not v)
v += w; print(v); print(v + 1)
#: private names and class attributes
class C:
    __secret = 5; shared = []
    def __init__(self): self.__x = 1; self._y = 2
    def get(self): return self.__x + self.__secret
c, d = C(), C(); c.shared.append(1); d.shared = [9]; print(c.get(), c._C__x, C._C__secret, c.shared, d.shared, C.shared, vars(c))
print(c.__x)
#: multiple except and re-raise
def convert(v):
    try:
        return int(v)
    except (TypeError, ValueError) as e:
        print("log:", type(e).__name__, e)
        raise
print(convert("5")); convert([])
#: else finally returns
def f(x):
    try:
        r = 10 / x
    except ZeroDivisionError:
        return "zero"
    else:
        return f"ok {r}"
    finally:
        print("done", end=" ")
print(f(2), f(0))
def g():
    for i in range(3):
        try:
            return i
        finally:
            continue
    return "end"
print(g())
def h():
    while True:
        try: break
        finally: print("fin")
h()
f("a")
#: inventory with json-like printing
inv = [{"sku": "A1", "qty": 3, "price": 2.5}, {"sku": "B2", "qty": 0, "price": 10}]
def show(items, *, indent=2):
    for it in items:
        print("{")
        for k, v in it.items(): print(" " * indent + f'"{k}": {v!r},')
        print("}")
show(inv); show(inv[:1], indent=4)
total = sum(i["qty"] * i["price"] for i in inv); print(f"Total: ${total:,.2f}")
cheap, *others = sorted(inv, key=lambda i: i["price"]); print(cheap["sku"], others)
by = {i["sku"]: i for i in inv}; by["A1"]["qty"] -= 1; print(inv[0]["qty"], by.keys() - {"A1"}, by.keys() & {"A1", "Z"})
show(inv, 4)
#: dict views and mutation
d = {"a": 1, "b": 2}; k = d.keys(); v = d.values(); i = d.items(); d["c"] = 3
print(k, v, i, len(k), "c" in k, ("a", 1) in i, list(reversed(d)), sorted(v, reverse=True), next(iter(d)), k == {"a", "b", "c"}, d.items() >= {("a", 1)})
for key in list(d):
    if d[key] > 1: del d[key]
print(d, {**d, **{"z": 0}}, dict([("x", 1)], y=2), dict(d, a=5), d.copy() is d)
a, b = {"x": {"y": 1}}, {}; b.update(a); b["x"]["y"] = 2; print(a)
for key in d: d[key + "!"] = 1
#: sets of things
a, b = set("abracadabra"), set("alacazam")
print(sorted(a - b), sorted(a | b), sorted(a & b), sorted(a ^ b), a >= {"a"}, {1, 2} == {2, 1}, len({1, True, 1.0}), set(), {x % 3 for x in range(10)})
s = {3, 1, 2}; s |= {9}; s &= {1, 9, 3}; s -= {9}; s ^= {5}; print(sorted(s), s.pop() in (1, 3, 5), frozenset("ab") | {"c"} == frozenset("abc"))
{[1]}
#: tuples and unpack
t = 1, 2, 3; (a, b), c = (1, 2), 3; print(t, a, b, c, (1,), (), t + (4,), t * 2, t[::-1], t.index(2), t.count(9), 2 in t, tuple("ab"), sorted(t, reverse=True), min(t), sum(t), t < (1, 3), hash(t) == hash((1, 2, 3)))
def stats(xs): return min(xs), max(xs), sum(xs) / len(xs)
lo, hi, avg = stats([1, 2, 6]); print(f"{lo=} {hi=} {avg=:.1f}")
x, y = 1, 2; x, y = y, x; print(x, y); *_, last = range(5); print(last); head, *_ = "abc"; print(head)
for i, (n, (p, q)) in enumerate([("a", (1, 2)), ("b", (3, 4))]): print(i, n, p + q)
a, b, c = (1, 2)
#: function arguments
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=0, z=9), f(*[1, 2, 3], **{"c": 4}), f(1, *(2,), 3, c=5))
def g(a, b, /, c, *, d): return a + b + c + d
print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))
for call in [lambda: f(), lambda: f(1), lambda: g(1, b=2, c=3, d=4), lambda: g(1, 2, 3, 4), lambda: f(1, c=1, a=2), lambda: (lambda x: x)(), lambda: (lambda *, k: k)(1), lambda: print(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: len(1, 2), lambda: "a".join([1]), lambda: [].append(), lambda: int(x=3), lambda: dict(1), lambda: max(), lambda: sum("ab"), lambda: sorted(5), lambda: zip(5), lambda: map(1, [1]).__next__(), lambda: (1)(), lambda: "abc".foo(), lambda: None.foo, lambda: f.foo, lambda: [1, 2].index(5), lambda: {}.pop("a"), lambda: set().pop(), lambda: "x".index("y"), lambda: next(iter(())), lambda: [][-1], lambda: ()[0], lambda: ""[0], lambda: range(3)[5], lambda: 1 + None, lambda: None + 1, lambda: [1] + "a", lambda: "a" + ["b"], lambda: {} + 1, lambda: -[], lambda: ~1.5, lambda: 1 @ 2, lambda: 1 < None, lambda: "a" < 1, lambda: (1, 2) < [1], lambda: 5 in 5, lambda: 5 in "5", lambda: not_here, lambda: int("1a"), lambda: float("1,5"), lambda: int(float("inf")), lambda: int(float("nan")), lambda: 2 ** 0.5 % 0, lambda: 5 % 0, lambda: 5 // 0.0, lambda: (-8) ** (1 / 3) if False else 1, lambda: chr(1114112), lambda: "%d" % "x", lambda: "%s %s" % "a", lambda: "{:d}".format(1.5), lambda: "{}".format(), lambda: "{x}".format(), lambda: f"{1:q}", lambda: round("1"), lambda: abs("1"), lambda: [1, 2, 3].sort(key=1), lambda: sorted([1, 2], key=lambda: 1), lambda: list(map(lambda x: 1 / x, [1, 0])), lambda: open_, lambda: str(b=1), lambda: bool(1, 2), lambda: list(1, 2)]:
    try: print(call())
    except Exception as e: print(type(e).__name__ + ":", e)
#: print options
print(1, 2, sep=", ", end=".\n"); print(); print("a", "b", sep=""); print(*[1, 2, 3], sep="\n"); print("x", end=""); print("y"); print([1, "a", None, True, 1.0, (1,), {"k": [1]}, {1}, range(2), int, len]); print("tab\tnew\\n", r"\n", 'q"q', "q'q"); print("%s" % None, str(None), repr("a"), f"{'a'!r}", ascii("é"))
print(True + True, True == 1, "True" if True else 0, not 0, None or "d", 0 and 1, [] or {} or "x", 1 and 2, bool("False"), all([1, "a"]), any([]), 3 > 2 > 1, 1 < 3 > 2, "a" in "abc" == True)
print(1, 2, foo=3)
#: numbers formatted
for x in [0, 1, -1, 0.5, 1e-4, 1e-5, 123456.789, 1e15, 1e16, 1e17, 123456789012345680.0, 0.1, 1/3, 2/3, 1e300 * 10, float("nan"), -0.0, 100.0, 1e2, 5e-324, 1.7976931348623157e308]:
    print(x, f"{x:.2f}", f"{x:10.3e}", f"{x:g}", f"{x:,}", f"{x:+.1f}", f"{x:<12}|", f"{x:>12}|", f"{x:^12}|", f"{x:012.4f}", f"{x:%}", repr(x), str(x), round(x, 1) if x == x and abs(x) < 1e300 else "", sep=" ; ")
for n in [0, 5, -5, 1234567, 10 ** 20]: print(f"{n:d} {n:5d} {n:<5d}| {n:05d} {n:,} {n:_} {n:x} {n:X} {n:#x} {n:o} {n:b} {n:+d} {n: d} {n:e} {n:.2f} {n:%} {n:c}" if 31 < n < 1000 or False else f"{n:d} {n:8d}| {n:08d} {n:,} {n:_} {n:x} {n:#b} {n:+d} {n:e} {n:.2f} {n:g}")
#: complex comprehension
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [x for r in m for x in r if x % 2], {(i, j): i * j for i in range(2) for j in range(2)}, {len(w) for w in "a bb cc".split()}, [(a, b) for a in "xy" for b in range(2) if b], sum(x for r in m for x in r), max((x, i) for i, x in enumerate([3, 9, 2])), [y for x in [1, 2] for y in [x * 10]], ["even" if x % 2 == 0 else "odd" for x in range(3)], list(x ** 2 for x in range(3)), "".join(c.upper() if i % 2 else c for i, c in enumerate("hello")), [*{*[1, 1]}], dict((k, v) for k, v in zip("ab", range(2))), [f(2) for f in (lambda x: x, lambda x: x ** 2)], [[]] * 2, next((x for x in [1, 4] if x > 2), None), any(x > 3 for x in [1, 4]), sorted({"b": 2, "a": 1}.items()), list(filter(lambda p: p[1] > 1, zip("ab", [1, 2]))))
print(x)
#: string methods errors
for f in [lambda: "abc".index("z"), lambda: "a".split(""), lambda: "abc"[5], lambda: "abc"["a"], lambda: "a" * "b", lambda: "abc".join(5), lambda: "abc".replace("a"), lambda: "abc".center("x"), lambda: "a".zfill("x"), lambda: "abc".count(), lambda: "a,b".split(",", "x"), lambda: "x".ljust(5, "ab"), lambda: int("12", 1), lambda: "abc".encode("x") if False else "", lambda: "{0}{}".format(1, 2), lambda: "{1}".format(1), lambda: "{a.b}".format(a=1), lambda: "%z" % 1, lambda: "%(a)s" % 1, lambda: "%d" % 1.9, lambda: "%i" % "1", lambda: "%.1f" % "a", lambda: "%c" % "ab", lambda: "abc".startswith(1), lambda: "abc".strip(1), lambda: ord(""), lambda: "a" in None, lambda: "abc".find(1), lambda: str.upper(1), lambda: "a" < None, lambda: "a" - "b", lambda: "5" + 5, lambda: 5 + "5", lambda: "5" * 2.0, lambda: +"a"]:
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__ + ":", e)
#: typing more
from typing import TypedDict, NewType, overload, final, runtime_checkable, Protocol, Sized, AnyStr
class Movie(TypedDict):
    name: str
    year: int
class Big(Movie, total=False):
    stars: float
m: Movie = {"name": "a", "year": 1}; n = Movie(name="b", year=2); print(m, n, type(n), Big(name="c", year=3, stars=1.5))
UserId = NewType("UserId", int); print(UserId(5) + 1)
@runtime_checkable
class Speaks(Protocol):
    def speak(self) -> str: ...
@final
class Dog:
    def speak(self) -> str: return "woof"
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x * 2
print(Dog().speak(), f(2), f("a"))
#: operator
import operator as op
print(op.add(1, 2), op.abs(-3), op.concat("a", "b"), op.index(5), op.is_not(1, None), op.invert(5), list(map(op.mul, [1, 2], [3, 4])), op.methodcaller("upper")("a"), op.attrgetter("real")(3))
#: property docs
class M:
    @property
    def v(self):
        "value"
        return 1
    def f(self): "method doc"
    w = property(lambda self: 2, doc="w doc")
print(M.v.__doc__, M.f.__doc__, M.__doc__, M().w)
try: (5).is_integer()
except AttributeError as e: print(e)
#: what binds tighter
def show(*fs):
    for i, f in enumerate(fs):
        row = []
        for a in (0, 1, 3):
            for b in (0, 2):
                for c in (1, 0):
                    try: row.append(f(a, b, c))
                    except Exception as e: row.append(type(e).__name__)
        print(i, row)
show(
    lambda a, b, c: not c and a,
    lambda a, b, c: not b != a % ~c,
    lambda a, b, c: not a << a,
    lambda a, b, c: -b or a << -b if not b or a else not b and c,
    lambda a, b, c: b == -a,
    lambda a, b, c: not b and b - c << a not in (0, 3),
    lambda a, b, c: a - c or not b not in (0, 3) in (1, 2) if not c or a else not b and c,
    lambda a, b, c: not b % ~a in (1, 2) if not b or b else not b and c,
    lambda a, b, c: not a ^ b or c not in (0, 3) is not None,
    lambda a, b, c: -b ^ -b % b or c,
    lambda a, b, c: -a is not None,
    lambda a, b, c: -a and b == ~c | -b,
    lambda a, b, c: -b and b or not b,
    lambda a, b, c: not a ^ ~c | a ** ~b or a,
    lambda a, b, c: not c is not None,
    lambda a, b, c: b == -c or c << c == b,
    lambda a, b, c: -b or not a,
    lambda a, b, c: -a or ~b and not b % -b,
    lambda a, b, c: -b ** ~b and -a,
    lambda a, b, c: b != b,
    lambda a, b, c: not b in (1, 2) in (1, 2) & -b is not None,
    lambda a, b, c: not b or ~b ^ -b,
    lambda a, b, c: -b ^ b + c or -a ^ a,
    lambda a, b, c: not c + b,
    lambda a, b, c: c + -b or ~c,
    lambda a, b, c: not b ** -c or -b,
    lambda a, b, c: not c * b,
    lambda a, b, c: c < -a,
    lambda a, b, c: not a // c,
    lambda a, b, c: c ^ -a ** ~a,
    lambda a, b, c: not a - ~a != b if not c or a else not b and c,
    lambda a, b, c: not c + -a < ~b,
    lambda a, b, c: -a ^ c and not c,
    lambda a, b, c: not b or b,
    lambda a, b, c: -a * c,
    lambda a, b, c: not b is not None < c + ~c != a,
    lambda a, b, c: not c // c is not None,
    lambda a, b, c: not b and ~a,
    lambda a, b, c: not a - a,
    lambda a, b, c: b == b is not None ^ ~b < -b if not a or c else not b and c,
    lambda a, b, c: not a != -a or not a | b,
    lambda a, b, c: -a ** a << c or -c | b if not c or b else not b and c,
    lambda a, b, c: not a or ~c,
    lambda a, b, c: c & -a,
    lambda a, b, c: c - -b - b,
    lambda a, b, c: not b - a,
    lambda a, b, c: not c not in (0, 3),
    lambda a, b, c: -b % c * -a * -c,
    lambda a, b, c: not c not in (0, 3) if not c or c else not b and c,
    lambda a, b, c: c in (1, 2),
    lambda a, b, c: not c < b ** b,
    lambda a, b, c: -b * ~c,
    lambda a, b, c: not c not in (0, 3) in (1, 2),
    lambda a, b, c: b not in (0, 3) & -c in (1, 2),
    lambda a, b, c: c or -b or a if not b or c else not b and c,
    lambda a, b, c: a - ~a,
    lambda a, b, c: -a is not None is not None or ~a,
    lambda a, b, c: not c // ~c,
    lambda a, b, c: not b < c,
    lambda a, b, c: not c or -b and ~c - ~a in (1, 2),
)
class Stack:
    def __init__(self): self.items = []
    def pop(self): return self.items.pop()
    def __bool__(self): return bool(self.items)
def balanced(s):
    stack, pairs = Stack(), dict(zip(")]}", "([{"))
    for c in s:
        if c in "([{": stack.items.append(c)
        elif c in pairs:
            if not stack or stack.pop() != pairs[c]: return False
    return not stack
print([balanced(s) for s in ("()[]{}", "([)]", "((", "", "{[()]}")])
#: json reads a text, or says where it is none
import json
for s in ['','{','{"a"','{"a":','{"a":1','{"a":1,}','[1,]','[1','"abc','"a\nb"','"\\x"','"\\u12"','1 2','{a:1}',"{'a':1}",'[1 2]','nul','-','01','1.','{"a":1 "b":2}','{"a" 1}','tru','\ufeff1','"\\ud83d\\ude00"','  ','[1,\n 2,\n x]','{"a":1,\n"b"}','[','{,}','"\\','"\\u','"é😀" 3','[true, false, null, NaN, -Infinity, 1e3, -0, -0.0, 12345678901234567890123]',' {"a" : [1, {"b":2.50}], "a":3 } ','1e400']:
    try: print(repr(s), repr(json.loads(s)))
    except Exception as e: print(repr(s), type(e), e)
#: json writes values in each way
import json
for o,k in [({1:2,None:3,True:4,1.5:6},{}),({(1,2):3},{}),({(1,2):3,'a':1},dict(skipkeys=True)),({'b':1,'a':2},dict(sort_keys=True,indent=2)),({'b':1,3:2},dict(sort_keys=True)),([1,[2,[]],{}],dict(indent=4)),(float('nan'),{}),(float('inf'),dict(allow_nan=False)),({1,2},{}),("é😀\n\x7f\x00\"\\/",{}),("é😀\u2028",dict(ensure_ascii=False)),([1,2],dict(separators=(',',':'))),([1,2],dict(indent='\t')),([1,2],dict(indent=0)),([1,2],dict(indent=True)),(1e16,{}),({'a':{1}},dict(default=list)),({'a':{1}},dict(default=lambda o:o)),([1,2],dict(indent=-1)),([1,2],dict(indent=2.5)),([1,2],dict(separators=',')),((1,(2,)),{}),({},{}),([],dict(indent=2)),({'a':{'b':[1,2,{'c':None}]}},dict(indent=2))]:
    try: print(json.dumps(o,**k))
    except Exception as e: print(type(e), e)
#: json refuses what it cannot write, and wrong calls
import json
a=[]; a.append(a)
try: json.dumps(a)
except Exception as e: print(type(e), e)
for bad in (3, None, {}, [1]):
    try: json.loads(bad)
    except Exception as e: print(type(e), e)
for f in (lambda: json.dumps(), lambda: json.dumps(1,2), lambda: json.dumps(1,x=2), lambda: json.loads(), lambda: json.loads("1", x=2)):
    try: f()
    except Exception as e: print(type(e), e)
e=json.JSONDecodeError("msg","a\nbc",3); print(repr(e), e, e.args, e.msg, e.doc, e.pos, e.lineno, e.colno)
print(json.JSONDecodeError, json.JSONEncoder, json.__name__)
#: json of a program's own objects and classes
import json
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point): return {"x": o.x, "y": o.y}
        return super().default(o)
print(json.dumps([Point(1, 2), {"p": Point(3, 4)}], cls=PointEncoder, indent=1))
try: json.dumps({frozenset(): 3}, cls=PointEncoder)
except TypeError as e: print(e)
try: json.dumps(Point, cls=PointEncoder)
except TypeError as e: print(e)
print(json.dumps(Point(1,2), default=vars), json.dumps(Point(1,2), default=lambda o: o.__dict__))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": 1.5, "b": 2}', parse_float=str, parse_int=float))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list))
import sys
from collections import OrderedDict, namedtuple, defaultdict, Counter
json.dump({"a": [1, 2]}, sys.stdout); print()
P = namedtuple("P", "a b")
d = defaultdict(list); d["k"].append(1)
print(json.dumps([OrderedDict(b=1, a=2), P(1, 2), d, Counter("aab")]))
class L(list): pass
class I(int): pass
class S(str): pass
class D(dict): pass
print(json.dumps([L([1]), I(3), S("x"), D(a=1), True]))
print(json.JSONEncoder(indent=1).encode([1]), json.JSONDecoder().decode(" [1] "))
from json import dumps, loads
x = {"loss": [0.5, 0.25], "name": "net", "ok": True, "none": None}
print(loads(dumps(x)) == x)
try: json.loads("{'a': 1}")
except ValueError as e: print("ValueError", e)
try: json.loads('{"a": 1,}')
except json.decoder.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno)
#: print is a function to operators and brackets
for f in (lambda: print -1, lambda: print[0], lambda: print + 2, lambda: print >> 3, lambda: print * 2, lambda: -print):
    try: f()
    except TypeError as e: print(e)
try:
    print[0] = 3
except TypeError as e: print(e)
try:
    del print[0]
except TypeError as e: print(e)
try: print -1
except TypeError as e: print(e)
print [1, 2]
#: itertools.count and repeat show where they are
import itertools
print(itertools.count(), itertools.count(3,2), repr(itertools.count(1.5)), itertools.count(1,1), itertools.count(2, step=0.5))
c=itertools.count(10); next(c); print(c)
print(itertools.repeat(3), itertools.repeat("a", 2), itertools.repeat(1, times=4))
print(itertools.repeat)
#: nothing is deleted from what has no items to delete
class A: pass
for o in (1, 1.5, None, True, "abc", (1,2), range(3), {1}, frozenset({1}), A(), A, len, lambda: 3, (x for x in []), iter([]), slice(1), enumerate([]), map(len, []), {}.keys(), {1:2}.items(), ValueError()):
    for k in (0, "a", slice(0, 1)):
        try: del o[k]
        except Exception as e: print(type(o).__name__, k, e)
#: a file that is not there
for f in (lambda: open("data.csv"), lambda: open("x/y.txt", "r", encoding="utf-8"), lambda: open("a", "rb"), lambda: open(), lambda: open("a","q"), lambda: open("a","rw"), lambda: open("a","rbt"), lambda: open("a", ""), lambda: open("a","rr"), lambda: open(1.5), lambda: open("a", 3), lambda: open(None), lambda: open("a", x=3), lambda: open("q", mode="r+")):
    try: f()
    except Exception as e: print(type(e).__name__, e, getattr(e, "errno", 0), getattr(e, "filename", 0), getattr(e,"strerror",0), e.args, repr(e))
try:
    with open("data.txt") as f:
        print(f.read())
except FileNotFoundError:
    print("no file")
try: open("x")
except OSError as e: print("os", e.errno, e.strerror)
try: open("x")
except IOError as e: print(e)
for e in (OSError(), OSError("a"), OSError(2, "m"), OSError(13, "m", "f"), FileNotFoundError("x"), FileNotFoundError(2, "No", "f"), OSError(99, "b"), PermissionError(1, "x"), OSError(20,"x"), OSError(21,"x"), OSError(17,"x"), OSError(110,"x")):
    print(type(e), e, repr(e), e.args, e.errno, e.strerror, e.filename)
class MyErr(OSError): pass
e = MyErr(2, "x"); print(type(e), e, e.errno)
print(FileNotFoundError.__mro__, IOError)
def load(path):
    try:
        return open(path)
    except FileNotFoundError as error:
        raise RuntimeError(f"cannot read {path}") from error
load("settings.json")
#: last digits of roots and hyperbolic functions
import math
for f in (math.cbrt, math.sinh, math.tanh, math.asinh): print([f(x) for x in (0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, -1e-310, 27.0, 1e-9)])
for f in (math.acosh,math.atanh,math.sinh):
    for x in (1, 0.5, math.inf, -1, 1.0, 800, 710.4):
        try: print(f(x))
        except Exception as e: print(type(e), e)
print([math.cbrt(i) for i in range(1, 30)])
print([math.sinh(i/7) for i in range(-9, 9)], [math.asinh(i/3) for i in range(-9, 9)], [math.acosh(1+i/5) for i in range(20)])
#: a value that knows its gradient
import math
class Value:
    """stores a single scalar value and its gradient"""
    def __init__(self, data, _children=(), _op='', label=''):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = set(_children)
        self._op = _op
        self.label = label
    def __repr__(self):
        return f"Value(data={self.data})"
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')
        def _backward():
            self.grad += 1.0 * out.grad
            other.grad += 1.0 * out.grad
        out._backward = _backward
        return out
    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')
        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out
    def __pow__(self, other):
        assert isinstance(other, (int, float)), "only supporting int/float powers for now"
        out = Value(self.data**other, (self,), f'**{other}')
        def _backward():
            self.grad += other * (self.data ** (other - 1)) * out.grad
        out._backward = _backward
        return out
    def __rmul__(self, other): return self * other
    def __radd__(self, other): return self + other
    def __neg__(self): return self * -1
    def __sub__(self, other): return self + (-other)
    def __truediv__(self, other): return self * other**-1
    def tanh(self):
        x = self.data
        t = (math.exp(2*x) - 1)/(math.exp(2*x) + 1)
        out = Value(t, (self, ), 'tanh')
        def _backward():
            self.grad += (1 - t**2) * out.grad
        out._backward = _backward
        return out
    def backward(self):
        topo = []
        visited = set()
        def build_topo(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build_topo(child)
                topo.append(v)
        build_topo(self)
        self.grad = 1.0
        for node in reversed(topo):
            node._backward()
x1 = Value(2.0, label='x1'); x2 = Value(0.0, label='x2')
w1 = Value(-3.0, label='w1'); w2 = Value(1.0, label='w2')
b = Value(6.8813735870195432, label='b')
n = x1*w1 + x2*w2 + b; n.label = 'n'
o = n.tanh()
o.backward()
print(o, n)
for v in (x1, x2, w1, w2, b, n):
    print(f'{v.label:>3s} | data {v.data:8.4f} | grad {v.grad:+.6f}')
print(sum([Value(1), Value(2)]), (3 * x1).data, (x1 / w1).data)
x1 ** Value(2)
#: generators and itertools
def batches(data, size):
    for i in range(0, len(data), size):
        yield data[i:i + size]
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
def running_mean():
    total, n = 0.0, 0
    mean = None
    while True:
        x = yield mean
        total += x
        n += 1
        mean = total / n
from itertools import islice, takewhile, chain, count, cycle, accumulate, product, combinations, permutations, groupby, zip_longest, starmap
print(list(batches(list(range(10)), 3)))
print(list(islice(fib(), 12)))
print(list(takewhile(lambda v: v < 50, fib())))
m = running_mean(); next(m)
print([m.send(v) for v in (10, 20, 30)])
print(list(chain([1, 2], "ab", (3.5,))), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)))
print(list(product("ab", repeat=2)), list(combinations(range(4), 2)), len(list(permutations("abcd"))))
words = sorted(["relu", "tanh", "elu", "gelu", "selu", "silu", "sigmoid"], key=lambda w: (len(w), w))
for k, g in groupby(words, key=len):
    print(k, list(g))
print(list(zip_longest([1, 2, 3], "ab", fillvalue="-")))
print(list(starmap(pow, [(2, 5), (3, 2), (10, 3)])))
g = (x * x for x in range(3))
print(next(g), next(g), next(g), next(g, "done"))
def sub():
    r = yield from [1, 2]
    return "ret"
def outer():
    v = yield from sub()
    yield v
print(list(outer()))
it = iter([1, 2, 3])
print(list(zip(it, it)))
next(g)
#: decorators of many kinds
import functools, contextlib
registry = {}
def register(name):
    def deco(fn):
        registry[name] = fn
        return fn
    return deco
@register("relu")
def relu(x): return max(0, x)
@register("square")
def square(x): return x * x
print({k: v(-3) for k, v in registry.items()}, sorted(registry))
class CountCalls:
    def __init__(self, fn): functools.update_wrapper(self, fn); self.fn = fn; self.n = 0
    def __call__(self, *a): self.n += 1; return self.fn(*a)
@CountCalls
def hi(x): return "hi " + x
hi("a"); hi("b"); print(hi.n, hi.__name__)
@contextlib.contextmanager
def section(title):
    print(f"--- {title} ---")
    try: yield title.upper()
    finally: print("-" * (len(title) + 8))
with section("train") as t: print(t)
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, et, ev, tb): print("exit", et.__name__ if et else None, ev); return et is KeyError
with Ctx(): {}["x"]
with contextlib.suppress(ZeroDivisionError): 1 / 0
def repeat(n):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k): return [f(*a, **k) for _ in range(n)]
        return w
    return deco
@repeat(2)
@repeat(3)
def one(): return 1
print(one(), one.__name__)
def validate(fn):
    @functools.wraps(fn)
    def inner(x):
        if not isinstance(x, (int, float)):
            raise TypeError(f"{fn.__name__}() expects a number, got {type(x).__name__}")
        return fn(x)
    return inner
@validate
def cube(x): return x ** 3
print(cube(2))
class Temp:
    def __init__(self): self._c = 0
    @property
    def f(self): return self._c * 9 / 5 + 32
    @functools.cached_property
    def slow(self): print("computing"); return 42
t = Temp(); print(t.f, t.slow, t.slow)
@functools.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("s"))
with Ctx():
    cube("2")
#: a vector that iterates
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)), 2 in Countdown(3), [*Countdown(2)], dict(zip(Countdown(2), "ab")))
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
print(list(Seq()), [x for x in Seq()], 20 in Seq())
class Vec:
    def __init__(self, *v): self.v = list(v)
    def __repr__(self): return "Vec(" + ", ".join(map(str, self.v)) + ")"
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.v, o.v)))
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Vec(*(a * k for a in self.v)) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(self.v, k.v))
    __rmul__ = __mul__
    def __matmul__(self, o): return self * o
    def __neg__(self): return -1 * self
    def __eq__(self, o): return self.v == o.v
    def __iadd__(self, o): self.v = [a + b for a, b in zip(self.v, o.v)]; return self
    def __setitem__(self, i, x): self.v[i] = x
    def __getattr__(self, name):
        if name in "xyz": return self.v["xyz".index(name)]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
    def __del__(self): pass
a, b = Vec(1, 2, 3), Vec(4, 5, 6)
print(a + b, a * 2, 2 * a, a * b, a @ b, -a, a == Vec(1, 2, 3), a != b, sum([a, b]), a.x, a.z)
a += b; a[0] = 0; print(a)
def gen():
    try:
        yield 1
        yield 2
    finally: print("closed")
g = gen(); print(next(g)); g.close()
def echo():
    while True:
        try: x = yield
        except ValueError as e: print("got", e)
        else: print("echo", x)
e = echo(); next(e); e.send(1); e.close()
print(type(g).__name__, sum(x for x in range(5)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(lambda v: v % 2, range(5))))
print(a.w)
#: gradient descent in plain Python
from __future__ import annotations
import random
from typing import List
Vector = List[float]
def dot(v: Vector, w: Vector) -> float:
    """Computes v_1 * w_1 + ... + v_n * w_n"""
    assert len(v) == len(w), "vectors must be same length"
    return sum(v_i * w_i for v_i, w_i in zip(v, w))
def step_function(x: float) -> float: return 1.0 if x >= 0 else 0.0
def perceptron_output(weights: Vector, bias: float, x: Vector) -> float:
    return step_function(dot(weights, x) + bias)
and_weights, and_bias = [2., 2], -3.
for x in [[1, 1], [0, 1], [1, 0], [0, 0]]: print(x, perceptron_output(and_weights, and_bias, x))
assert dot([1, 2, 3], [4, 5, 6]) == 32
random.seed(0)
inputs = [(x, 20 * x + 5) for x in range(-50, 50)]
theta = [random.uniform(-1, 1), random.uniform(-1, 1)]
def linear_gradient(x, y, theta):
    slope, intercept = theta
    error = slope * x + intercept - y
    return [2 * error * x, 2 * error]
def vector_mean(vs): n = len(vs); return [sum(v[i] for v in vs) / n for i in range(len(vs[0]))]
for epoch in range(1200):
    grad = vector_mean([linear_gradient(x, y, theta) for x, y in inputs])
    theta = [t - 0.001 * g for t, g in zip(theta, grad)]
    if epoch in (0, 1, 10, 100) or epoch % 300 == 0: print(epoch, theta)
slope, intercept = theta
assert 19.9 < slope < 20.1, "slope should be about 20"
def minibatches(data, bs, shuffle=True):
    starts = [s for s in range(0, len(data), bs)]
    if shuffle: random.shuffle(starts)
    for s in starts: yield data[s:s + bs]
print([b[0][0] for b in minibatches(inputs, 20)])
print(round(slope, 4), f"{intercept:.3f}", help is None)
dot([1, 2], [1])
#: an account
class InsufficientFunds(Exception):
    """Raised when balance is too low."""
class Account:
    interest = 0.02
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.__balance = balance
        self._history = []
    @property
    def balance(self):
        return self.__balance
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        self.__balance += amount
        self._history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        if amount > self.__balance:
            raise InsufficientFunds(f"{self.owner} has only {self.__balance:.2f}")
        self.__balance -= amount
        self._history.append(("withdraw", amount))
    def __repr__(self): return f"{self.__class__.__name__}(owner={self.owner!r}, balance={self.balance:,.2f})"
class Savings(Account):
    def add_interest(self): self.deposit(self.balance * self.interest)
a = Savings("Ann", 1000)
a.deposit(250.5).deposit(100); a.add_interest(); print(a, a._history)
try: a.withdraw(1e6)
except InsufficientFunds as e: print("Error:", e, type(e).__mro__[1].__name__, e.__doc__)
print(hasattr(a, "__balance"), a._Account__balance, Account.interest, Savings.interest)
try: a.balance = 5
except AttributeError as e: print(e)
try: print(a.__balance)
except AttributeError as e: print(e)
Savings.interest = 0.5; print(Account.interest, a.interest, a.__dict__.keys(), isinstance(a, Account), Savings.__name__)
print(InsufficientFunds.__name__, issubclass(InsufficientFunds, Exception), repr(InsufficientFunds("x", 1)))
a.deposit(-5)
#: a matrix
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} not aligned: {self.shape[1]} (dim 1) != {o.shape[0]} (dim 0)")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __eq__(self, o): return self.rows == o.rows
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __str__(self): return "\n".join("[" + " ".join(f"{v:6.2f}" for v in r) + "]" for r in self.rows)
    def __repr__(self): return f"Matrix({self.rows})"
    def __iter__(self): return iter(self.rows)
    def __pow__(self, n):
        out = Matrix.identity(len(self.rows))
        for _ in range(n): out = out @ self
        return out
m = Matrix([[1, 2], [3, 4]]); print(m); print(repr(m @ m.T), m + m == 2 * m, m ** 3 == m @ m @ m, m[1, 0], m.shape)
m[0, 0] = 9.5; print(m, [sum(r) for r in m], sep="\n"); print(f"{m!r:>40}|", Matrix.identity(3).rows)
print({m.T.shape: "t"}, m != m.T)
try: hash(m)
except TypeError as e: print(e)
m @ Matrix([[1, 2, 3]])
#: stacks, trees and graphs
class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class Stack:
    def __init__(self, it=()): 
        self.head = None; self.n = 0
        for x in it: self.push(x)
    def push(self, v): self.head = Node(v, self.head); self.n += 1
    def pop(self):
        if self.head is None: raise IndexError("pop from empty stack")
        v, self.head = self.head.v, self.head.next; self.n -= 1; return v
    def __len__(self): return self.n
    def __iter__(self):
        cur = self.head
        while cur: yield cur.v; cur = cur.next
    def __contains__(self, x): return any(v == x for v in self)
    def __reversed__(self): return reversed(list(self))
def balanced(s):
    st, pairs = Stack(), {")": "(", "]": "[", "}": "{"}
    for ch in s:
        if ch in pairs.values(): st.push(ch)
        elif ch in pairs:
            if not len(st) or st.pop() != pairs[ch]: return False
    return not st
print([balanced(s) for s in ("(a[b]{c})", "(]", "((", "")], list(Stack("abc")), list(reversed(Stack([1, 2]))), 3 in Stack([1, 2, 3]), bool(Stack()))
class Tree:
    def __init__(self, v): self.v, self.l, self.r = v, None, None
    def insert(self, v):
        side = "l" if v < self.v else "r"
        child = getattr(self, side)
        if child: child.insert(v)
        else: setattr(self, side, Tree(v))
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
    def depth(self): return 1 + max((c.depth() for c in (self.l, self.r) if c), default=0)
t = Tree(5)
for v in [3, 8, 1, 4, 9, 7]: t.insert(v)
print(list(t), t.depth(), sum(t), max(t), sorted(t, reverse=True)[:2])
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D"], "D": []}
def bfs(g, s):
    seen, q = [], [s]
    while q:
        n = q.pop(0)
        if n not in seen: seen.append(n); q.extend(g[n])
    return seen
def dfs(g, n, seen=None):
    seen = seen or set(); seen.add(n)
    return [n] + [x for m in g[n] if m not in seen for x in dfs(g, m, seen)]
def topo(g):
    out, vis = [], set()
    def visit(n):
        if n in vis: return
        vis.add(n)
        for m in g[n]: visit(m)
        out.append(n)
    for n in g: visit(n)
    return out[::-1]
print(bfs(graph, "A"), dfs(graph, "A"), topo(graph))
bfs(graph, "Z")
#: calls that are logged
import functools, time
LOG = []
def log_calls(level="INFO"):
    def decorator(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            sig = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
            try:
                result = fn(*args, **kwargs)
            except Exception as exc:
                LOG.append(f"[ERROR] {fn.__name__}({sig}) raised {type(exc).__name__}: {exc}")
                raise
            LOG.append(f"[{level}] {fn.__name__}({sig}) -> {result!r}")
            return result
        return wrapper
    return decorator
@log_calls()
def add(a, b=1): return a + b
@log_calls(level="DEBUG")
def div(a, b): 
    "Divide."
    return a / b
add(1); add("x", b="y"); div(1, 4)
try: div(1, 0)
except ZeroDivisionError: pass
print(*LOG, sep="\n"); print(div.__doc__, div.__name__, div.__wrapped__(6, 3))
def memo(f):
    cache = {}
    def inner(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    inner.cache = cache
    return inner
@memo
def sq(x): return x * x
print(sq(4), sq(4), sq.cache, sq.__name__)
def retry(times):
    def deco(f):
        def inner(*a):
            for i in range(times):
                try: return f(*a)
                except ValueError as e: print(f"attempt {i + 1}/{times} failed: {e}")
            raise RuntimeError(f"all {times} attempts failed")
        return inner
    return deco
calls = iter([0, 0, 1])
@retry(5)
def flaky():
    if not next(calls): raise ValueError("flaky")
    return "ok"
print(flaky())
@retry(2)
def never(): raise ValueError("no")
never()
#: try, finally and with
def f(n):
    try:
        print("try", n)
        if n == 0: return "returned"
        if n == 1: raise KeyError("one")
        if n == 2: 1 / 0
        if n == 3: raise StopIteration
    except KeyError as e:
        print("except", repr(e), e.args)
        return "handled"
    except (ZeroDivisionError, TypeError) as e:
        print("math", e)
        raise
    else:
        print("else")
    finally:
        print("finally", n)
    return "end"
for i in (0, 1, 4): print(f(i))
try: f(2)
except ArithmeticError as e: print("outer", type(e), e.__class__.__bases__)
try: f(3)
except StopIteration as e: print("stop", e.value, repr(e))
def nested():
    try:
        try: raise ValueError("inner")
        finally: print("cleanup inner")
    except ValueError as e:
        raise TypeError("outer") from None
try: nested()
except TypeError as e: print(e, e.__cause__, e.__suppress_context__, type(e.__context__))
class Resource:
    def __init__(self, n): self.n = n
    def __enter__(self): print("open", self.n); return self
    def __exit__(self, *exc): print("close", self.n, exc[0].__name__ if exc[0] else None); return False
with Resource("a") as a, Resource("b") as b: print(a.n + b.n)
try:
    with Resource("c"): raise OSError("disk")
except OSError as e: print("caught", e)
e = Exception("a", 1); print(e, e.args, repr(e), str(Exception()), repr(Exception()))
try: raise Exception("multi\nline")
except Exception as x: print(x)
try: x
except NameError as err: print(err)
import traceback
try: [1][2]
except IndexError: print(traceback.format_exc().splitlines()[-1])
def level1(): level2()
def level2(): level3(None)
def level3(v): return v.shape
with Resource("d"):
    level1()
#: data classes of layers
from dataclasses import dataclass, field, fields, astuple, is_dataclass
from typing import Optional, List, Dict, Tuple, Union, Callable, Iterable, Any, ClassVar
import enum
class Activation(enum.Enum):
    RELU = 1
    TANH = 2
    def __str__(self): return self.name.lower()
@dataclass
class LayerSpec:
    units: int
    activation: Activation = Activation.RELU
    dropout: Optional[float] = None
    tags: List[str] = field(default_factory=list, repr=False)
    count: ClassVar[int] = 0
    @property
    def n_params(self) -> int: return self.units * (self.units + 1)
    def __str__(self): return f"{self.units}x{self.activation}"
@dataclass
class Model:
    name: str
    layers: List[LayerSpec] = field(default_factory=list)
    meta: Dict[str, Any] = field(default_factory=dict)
    total: int = field(init=False, default=0)
    def __post_init__(self): self.total = sum(l.n_params for l in self.layers)
    def add(self, spec: LayerSpec) -> "Model": self.layers.append(spec); self.__post_init__(); return self
m = Model("mlp").add(LayerSpec(4)).add(LayerSpec(8, Activation.TANH, 0.5, ["x"]))
print(m); print([str(l) for l in m.layers], m.total, astuple(m.layers[1]), is_dataclass(m), [f.name for f in fields(m)])
print(LayerSpec(4) == LayerSpec(4), LayerSpec(4) != LayerSpec(5), LayerSpec.count, LayerSpec.__annotations__.keys())
@dataclass(frozen=True, order=True)
class V:
    x: float
    y: float = 0
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
print(V(1, 2) + V(3, 4), sorted([V(2), V(1, 5)]), {V(1): "a"}[V(1)], V(1) < V(2), max(V(1), V(3)))
@dataclass
class Base:
    a: int = 1
@dataclass
class Child(Base):
    b: int = 2
print(Child(), Child(5, 6), Child(b=9), Child.__mro__[1].__name__)
try: LayerSpec()
except TypeError as e: print(e)
try: Child(1, 2, 3)
except TypeError as e: print(e)
try: V(1).x = 2
except Exception as e: print(type(e).__name__, e)
try:
    @dataclass
    class Bad: items: list = []
except ValueError as e: print(e)
def f(x: Union[int, str], cb: Callable[[int], int] = abs) -> Tuple[int, ...]: return (cb(int(x)),)
print(f("-3"), f.__annotations__["return"] if False else "", Optional[int] if False else "")
Vector = List[float]; v: Vector = [1.0]; print(v, Activation.TANH, f"{Activation.TANH}", repr(Activation(1)), Activation["RELU"] is Activation.RELU, [a.value for a in Activation])
m.layers[0].missing
#: stars in comprehensions
x=[(1,2,3), (4, 5)]
for a, *b in x: print(a,b)
print([a for a, *b in x], [b for *b, a in x], max(len(b) for a, *b in x), {a: r for a, *r in x}, [(p, q, r) for p, (q, *r) in [(1, (2, 3, 4))]], [v for [v, *w] in x])
for *p, q in x: print(p, q)
print([x * y for x, y in [(2, 3)]], [[*r] for r in x], [n * 2 for n in (1, 2)], [a for a, *_ in x if a * 2 > 2], 3 *2 in [6])
#: heaps and places in sorted lists
import heapq, bisect
from heapq import heappush, heappop
h = [5, 1, 8, 3, 2, 9, 0]; heapq.heapify(h); print(h); heappush(h, 4); print(h, heappop(h), h, heapq.heapreplace(h, 7), h, heapq.heappushpop(h, 1), heapq.heappushpop(h, 100), h)
print([heappop(h) for _ in range(len(h))], heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(9, [(1, "a"), (2, "b")], key=lambda t: t[0]))
q = []
for pri, task in [(2, "code"), (1, "eat"), (3, "sleep"), (1, "drink")]: heappush(q, (pri, task))
while q: print(*heappop(q), end="; ")
print()
a = [1, 3, 3, 5]; print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9), bisect.bisect_left(a, 0, 1, 3)); bisect.insort(a, 4); bisect.insort_left(a, 3.0); print(a)
grade = lambda s: "FDCBA"[bisect.bisect([60, 70, 80, 90], s)]; print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
rows = [("a", 1), ("b", 5)]; bisect.insort(rows, ("c", 3), key=lambda r: r[1]); print(rows, bisect.bisect(rows, 3, key=lambda r: r[1]))
def dijkstra(g, s):
    dist, pq = {s: 0}, [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            if d + w < dist.get(v, float("inf")): dist[v] = d + w; heapq.heappush(pq, (d + w, v))
    return dist
print(dijkstra({"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 6}, "C": {"D": 3}, "D": {}}, "A"))
try: heapq.heappop([])
except IndexError as e: print(e)
heappush([1], "a")
#: tracebacks as text, generators that are told
import sys
import traceback
def check(x):
    if x < 0:
        raise ValueError("negative")
    return x
def safe(x):
    try:
        return check(x)
    except ValueError:
        text = traceback.format_exc()
        print(text.splitlines()[0], text.splitlines()[-1], text.count("raise"))
        return None
print(safe(1), safe(-1))
print(traceback.format_exc())
try:
    raise KeyError("a") from ValueError("b")
except KeyError as e:
    print(e.__suppress_context__, e.__cause__)
def echo():
    while True:
        try:
            x = yield 5
        except ValueError as e:
            print("got", e)
        except GeneratorExit:
            print("bye")
            return
        else:
            print("echo", x)
e = echo(); next(e); e.send(1); print(e.throw(ValueError("v"))); e.close(); e.close()
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
try: s.close()
except RuntimeError as r: print(r)
def fresh(): yield 1
try: fresh().throw(KeyError("k"))
except KeyError as k: print(repr(k))
print("done", file=sys.stdout)
sys.exit()
#: sequences repeated more often than there are places
n = 10**24
try:
    n * []
except Exception as e: print(type(e).__name__, e)
try:
    n * list(range(0))
except ArithmeticError as e: print(type(e).__name__, e)
try: [1] * n
except Exception as e: print(type(e).__name__, e)
try: 'a' * n
except Exception as e: print(type(e).__name__, e)
try: (1,) * n
except Exception as e: print(type(e).__name__, e)
try: [] * -n
except Exception as e: print(type(e).__name__, e)
#: dataclasses within one another, changed and by name only
from dataclasses import dataclass, field, fields, asdict, astuple, replace
from typing import NamedTuple
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class P(NamedTuple):
    x: int
    y: list
@dataclass
class A:
    a: int = 1
    b: list = field(default_factory=list)
@dataclass
class B:
    p: A = field(default_factory=A)
    t: tuple = ()
    d: dict = field(default_factory=dict)
    n: int = field(init=False, default=3)
    m: int = field(init=False)
    def __post_init__(self): self.m = self.n * 2
b = B(A(2, [A(3), 4]), (A(5), 1), {"k": A(6)})
print(b, asdict(b), astuple(b), asdict(A(1, P(1, [A()]))), astuple(A(1, P(1, [A()]))), sep="\n")
d = asdict(b); d["p"]["b"].append(9); print(b.p.b, asdict(b, dict_factory=lambda kv: {k: v for k, v in kv if k != "d"}))
print(replace(b, p=A(7)), replace(A(), a=5))
for kw in [dict(n=1), dict(m=1), dict(zz=1)]: attempt(lambda: replace(b, **kw))
for f in [lambda: replace(3, a=1), lambda: asdict(3), lambda: asdict(A), lambda: astuple([1]), lambda: fields(3)]: attempt(f)
@dataclass(kw_only=True)
class C:
    a: int
    b: int = 2
@dataclass
class D:
    x: int = 1
    y: int = field(kw_only=True)
    z: int = field(default=3, kw_only=True, metadata={"unit": "m"})
print(C(a=1), D(y=2), D(5, y=2, z=1), fields(D)[2].metadata["unit"], fields(D)[2].name)
for f in [lambda: C(1), lambda: C(), lambda: D(), lambda: D(1, 2, y=3), lambda: B(1, 2, 3, 4), lambda: B(q=1), lambda: A(1, a=2)]: attempt(f)
#: sets in the order of CPython's tables, hashes of numbers and tuples
print(hash(1), hash(-1), hash(1.5), hash(0.1), hash((1, 2)), hash((0, 1)), hash(True), hash(10**20), hash(-5), hash(()), hash((1.5, -1)), hash(None) is not None, hash(float("inf")), hash(frozenset([1])) is not None, hash(-0.5))
print({(0, 1), (1, 0), (1, 1), (0, 0)}, {0.1, 0.5, 0.01, 1.0}, {-1, -2, 5, -7}, set((i, j) for i in range(3) for j in range(3)), {2.5, (1,), 7}, {(1.5, -2): 1}, set(x / 4 for x in range(9)))
print({5, 13} | {21}, {13, 5}.union([21]), set({13, 5}), {1, 9} & {9, 1}, {1, 2, 3} ^ {3, 4}, {3, 4}.symmetric_difference([1, 2, 3]), {3, 11, 19}.intersection([19, 3]), {3, 11, 19} & {11, 3, 19, 27}, frozenset({9, 1}) | {17}, hash((1, (2, 3.5))), hash(-0.0), hash(1e300), hash(5e-324), hash(2**61 - 1), hash(-(2**61 - 1)), hash(0.1 + 0.2))
a = {8, 16}; a |= {0}; print(a); a &= {16, 0, 24}; print(a); print({(x, y) for x in "a" for y in (1,)})
print({3, 11, 19}); a = {11, 3, 19, 27}; print(a); b = {3, 11, 19}; print(b & a, a & b)
c = set(); c.add(3); c.add(11); c.add(19); print(c, c & a, a & c, list(c))
class T(tuple): pass
class U(tuple):
    def __hash__(self): return 7
print(hash(T((1, 2))) == hash((1, 2)), hash(U((1, 2))), {T((1, 2)), (3, 4)})
#: what cannot be spread into a call, by the full name of what is called
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def g(*a, **k): return a, k
class K:
    def m(self, **k): return k
attempt(lambda: g(1, **{"a": 1}, a=2))
attempt(lambda: g(1, a=2, **{"a": 1}))
attempt(lambda: g(**{"a": 1}, **{"a": 1}))
attempt(lambda: K().m(a=1, **{"a": 1}))
attempt(lambda: dict(a=1, **{"a": 1}))
attempt(lambda: g(*5))
attempt(lambda: g(**[1]))
attempt(lambda: K().m(**5))
attempt(lambda: K(*None))
attempt(lambda: [].append(*5))
attempt(lambda: max(*5))
attempt(lambda: g(1, *5))
attempt(lambda: [*5])
attempt(lambda: {*5})
#: built-in functions called wrongly
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: sorted([1], foo=1))
attempt(lambda: [1].sort(foo=1))
attempt(lambda: sum())
attempt(lambda: enumerate([1], "a"))
attempt(lambda: iter(1, 2))
attempt(lambda: issubclass(int, "a"))
attempt(lambda: pow(2.0, 2, 3))
attempt(lambda: str.join(5))
attempt(lambda: int.bit_length("a"))
attempt(lambda: float.is_integer(5))
attempt(lambda: "abc".endswith((1,)))
attempt(lambda: "abc".ljust(5, 1))
attempt(lambda: "{:z}".format(1))
attempt(lambda: "{:c}".format(-1))
#: divmod asks for __divmod__ alone
class M:
    def __floordiv__(self, other): return 1
    def __mod__(self, other): return 2
class D:
    def __divmod__(self, other): return ("d", other)
    def __rdivmod__(self, other): return ("r", other)
print(divmod(D(), 3), divmod(3, D()), divmod(True, 2), divmod(7.5, 2), divmod(-7, 2))
for a, b in [("a", 1), (1, None), ([], 1.5), (M(), 1)]:
    try: print(divmod(a, b))
    except TypeError as e: print(e)
#: classes that take no subscript
from typing import Generic, TypeVar
class K: pass
class L(list): pass
class G(Generic[TypeVar("T")]): pass
for f in (lambda: K[0], lambda: int[0], lambda: str["a"], lambda: L[int] and "a list's", lambda: G[int] and "a generic's"):
    try: print(f())
    except TypeError as e: print(e)
def f(a, *, b=1, c=2): pass
print(f.__kwdefaults__, (lambda: 0).__kwdefaults__)
#: errors that know where they come from
def numbers():
    yield 1
    raise StopIteration
try: list(numbers())
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__))
def f():
    class A:
        @property
        def p(self): return 1
    return A()
try: f().p = 2
except AttributeError as e: print(e)
#: what C's types are called in errors
import collections, functools, itertools
for o in (collections.deque(), collections.OrderedDict(), collections.defaultdict(int), collections.Counter(), itertools.count(), functools.partial(int), functools.lru_cache(lambda: 1)):
    for f in (lambda: o.foo, lambda: o + "a", lambda: o < 1, lambda: int(o), lambda: -o, lambda: ",".join([o])):
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
class D(collections.deque): pass
try: D().foo
except AttributeError as e: print(e)
#: a deque by places
from collections import deque
d = deque([1, 2, 3])
for f in (lambda: d + [1], lambda: d["a"], lambda: d[5], lambda: d[0:1], lambda: d.index(9), lambda: d.remove(9), lambda: deque([1], 1).insert(0, 2), lambda: deque([1], -1), lambda: deque([1, 2]) + deque([3]), lambda: deque([1, 2]) * 2, lambda: deque([1]) < deque([2]), lambda: hash(d), lambda: deque("a", "b"), lambda: [x for x in d if d.append(1)], lambda: d.insert(-1, 9) or d, lambda: d.remove(2) or d, lambda: d.rotate(2) or d, lambda: d.extendleft([0, -1]) or d, lambda: 9 in d, lambda: deque(range(5), maxlen=3), lambda: deque.append(5, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d += [1]
del d[0]
print(d, len(d), d[-1])
#: what a wrapped function and a method tell
import functools
def deco(f):
    @functools.wraps(f)
    def w(*a, **k): return f(*a, **k)
    return w
class K:
    @deco
    def add(self, a: int, b: int = 2) -> int:
        "Adds."
        return a + b
print(K.add.__annotations__, K.add.__qualname__, K().add.__doc__, K().add.__module__, K().add.__name__)
#: itertools refuses at the call
import itertools as it
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: it.combinations('ab'), lambda: it.combinations(5, 2), lambda: it.combinations('ab', 'a'), lambda: it.permutations('ab', -1), lambda: it.islice([1], -1), lambda: it.islice([1], 'a'), lambda: it.islice([1], -1, 2), lambda: it.islice([1]), lambda: it.cycle(5), lambda: it.count('a'), lambda: it.repeat(), lambda: list(it.chain(5)), lambda: it.accumulate(5), lambda: it.takewhile(5), lambda: list(it.takewhile(5, [1])), lambda: it.starmap(5, 5), lambda: it.product(5), lambda: it.product([1], repeat=-1), lambda: it.zip_longest(5), lambda: it.groupby(5), lambda: it.compress([1]), lambda: it.tee(5), lambda: it.pairwise(5), lambda: it.product([1], foo=2), lambda: list(it.repeat(1, -1)), lambda: it.filterfalse(None), lambda: it.dropwhile(lambda: 1, 5), lambda: it.combinations_with_replacement('ab', -1), lambda: list(it.islice([1,2,3], 0, 3, 0)), lambda: it.chain.from_iterable(5), lambda: list(it.islice(range(5), 1, None, 2)), lambda: list(it.islice(it.count(), 2, 6)), lambda: list(it.islice('abc', 0)), lambda: list(it.islice('abc', None)), lambda: list(it.combinations('abc', 0)), lambda: list(it.combinations('ab', 3)), lambda: list(it.permutations([1, 2, 3], 2)), lambda: list(it.product('ab', repeat=2)), lambda: list(it.product()), lambda: list(it.product('ab', repeat=0)), lambda: list(it.accumulate([1, 2, 3], initial=5)), lambda: list(it.zip_longest('a', 'xyz', fillvalue=0)), lambda: list(it.cycle([])), lambda: [next(c) for c in [it.cycle('ab')] for _ in range(3)]):
    attempt(f)
#: errors that keep their parts, and suggest no names of their own
try: 2.0 ** 1025
except OverflowError as e: print(repr(e), e.args, e)
def f(): pass
try: f.__wraped__
except AttributeError as e: print(e)
f.__wrapped__
#: floats that end with their point, between the braces of f-strings
p = 2; x = 1.5; w = 10
print(f"{[1., 2.]}", f"{2.}", f"{2.:.1f}", f"{1. + x}", f"{x:10.{p}f}|", f"{x:{w}.{p}f}|", f"it's {2.} and {{3.}} {4.!r} {5. = }", f'{max(1., 2.)}', f"""
{(1.,)} {x!s:>{6}} {[i * 1. for i in range(2)]}
""", rf"\d{2.}", F"{ {1.: 2.}[1.] }", f"{x:=8}" if False else "", f"{'2.' + '3.'}", f"{1.e3} {1_0.}", f"{x:8.3f}" f"{3.:.0%}", f"{1.}{2.}", f'{"a 1. b"}', f"{(lambda v: v * 2.)(3.)}", f"{x > 1.} {x != 1.}", f"{0.:g}{-1.:+}", 'f"{2.}"', f"{x:.{2}f}")
print(f"{'a':>{int(5.)}}", f"{x.real}", f"{3 .real} {3..real}", f"10.{p} 2. {p}")
#: small modules
import io, gc, timeit, types, textwrap, pprint
from types import SimpleNamespace
from contextlib import redirect_stdout
from pprint import pprint as pp, pformat
from collections import OrderedDict, defaultdict, Counter
cfg = SimpleNamespace(lr=0.1, epochs=3, act="relu")
print(cfg, cfg.lr, vars(cfg)); cfg.momentum = 0.9; print(cfg, cfg == SimpleNamespace(lr=0.1, epochs=3, act="relu", momentum=0.9), cfg == 3)
try: cfg.nope
except AttributeError as e: print(e)
try: SimpleNamespace(3)
except TypeError as e: print(e)
buf = io.StringIO()
with redirect_stdout(buf):
    print("inside", 1, 2); print("more")
print(repr(buf.getvalue()), len(buf.getvalue()))
b = io.StringIO("a\nb\nc"); print(b.read(2), b.readline() if False else list(b)); print("to buffer", file=buf); print(buf.getvalue().splitlines())
print(gc.isenabled(), callable(timeit.default_timer), isinstance(timeit.timeit(lambda: 1, number=10), float), types.FunctionType is type(lambda: 1))
print(textwrap.dedent("""
    def f(x):
        return x

    print(1)
"""))
t = "The rectified linear unit returns its input where that is positive, and zero otherwise; it's a well-known, cheap-to-compute activation function."
print(textwrap.fill(t, 40)); print(textwrap.wrap(t, width=30)); print(textwrap.indent("a\nb\n\nc", "> ")); print(textwrap.shorten(t, width=40)); print(textwrap.fill(t, 50, initial_indent="* ", subsequent_indent="  ")); print(textwrap.wrap("supercalifragilistic word", 8))
d = {"relu": [0.1, 0.2, 0.3], "sigmoid": {"lr": 0.01, "momentum": 0.9, "name": "sigmoid activation"}, "tanh": (1, 2), "b": None, "a": True}
pp(d); pp(d, width=40); pp([list(range(30)), "x" * 20]); pp({i: "word " * i for i in range(5)}, width=50); print(pformat({"b": 1, "a": {"d": 2, "c": 3}})); pp({"b": 1, "a": 2}, sort_dicts=False)
pp(OrderedDict(a=1, b=2)); pp(defaultdict(list, {"x": list(range(30))}), width=40); pp(Counter("hello world this is a counter of letters"), width=40); pp({3, 1, 2}); pp(set(range(40)), width=50); pp(("a" * 30, "b" * 30, "c" * 30)); pp(("alone" * 30,)); pp("one two three " * 10); pp([["a" * 10] * 5] * 3, compact=True, width=60); pp(d, depth=1); pp(d, indent=4, width=30); pp([1]); pp([]); pp({}); pp(list(range(50)), compact=True); pp({"k": "lorem ipsum dolor sit amet " * 5})
pprint.pp({"b": 1, "a": 2}); pprint.pprint(frozenset(range(40)), width=40); pp({(1, 2): "a", (0, 1): "b"}); pp({"history": {"loss": [0.693147, 0.512345, 0.412345, 0.312345], "acc": [0.5, 0.75, 0.875, 1.0]}, "epochs": 4}); pp({1: "a", "b": 2, None: 3})
#: whole numbers of objects: %d and divmod
class I:
    def __int__(self): return 7
class X:
    def __index__(self): return 9
class F:
    def __float__(self): return 2.5
class T:
    def __int__(self): raise TypeError("mine")
class V:
    def __int__(self): raise ValueError("mine")
for v in (I(), X(), F(), T(), V(), "a", None, [1], 2.9, -2.9, True, 10 ** 20, 1e20, float("nan")):
    try: print("%d" % v if not isinstance(v, list) else "%d" % (v,))
    except Exception as e: print(type(e).__name__, e)
    try: print("%x" % v if not isinstance(v, list) else "%x" % (v,))
    except Exception as e: print(type(e).__name__, e)
class D:
    def __init__(self, v): self.v = v
    def __divmod__(self, o): return ("d", self.v, o)
    def __rdivmod__(self, o): return ("r", o, self.v)
class E:
    def __floordiv__(self, o): return 1
    def __mod__(self, o): return 2
class N(int): pass
for f in (lambda: divmod(7, 2), lambda: divmod(-7.5, 2), lambda: divmod(True, 2), lambda: divmod(D(1), 3), lambda: divmod(3, D(1)), lambda: divmod(E(), 2), lambda: divmod("a", 2), lambda: divmod(N(7), 2), lambda: divmod(7, N(2)), lambda: divmod(N(7), 2.5), lambda: divmod(None, 1), lambda: divmod(1, 0), lambda: divmod([1], 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#: arguments and logs of scripts
import argparse, logging, sys, io
p = argparse.ArgumentParser(description="Train a model")
p.add_argument("--lr", type=float, default=0.01, help="learning rate")
p.add_argument("--epochs", "-e", type=int, default=3)
p.add_argument("--act", choices=["relu", "tanh"], default="relu")
p.add_argument("--verbose", action="store_true")
p.add_argument("--no-bias", dest="bias", action="store_false")
p.add_argument("--hidden", nargs="+", type=int, default=[16, 16])
p.add_argument("--tag", action="append"); p.add_argument("--seed", default="7", type=int)
a = p.parse_args([]); print(a, vars(a), a.lr, "lr" in a)
b = p.parse_args(["--lr", "0.5", "--verbose", "--act", "tanh", "--epochs=7", "--hidden", "8", "4", "--tag", "a", "--tag", "b", "--no-bias"]); print(b, b == p.parse_args([]))
print(p.parse_args("-e 5 --lr -1".split()), p.parse_known_args(["--foo", "1"]))
q = argparse.ArgumentParser(prog="train"); q.add_argument("name"); q.add_argument("size", type=int, nargs="?", default=4); q.add_argument("--req", required=True); q.set_defaults(extra="x")
print(q.parse_args(["net", "--req", "1"]), q.parse_args(["net", "9", "--req=2"]))
print(argparse.Namespace(x=1, y="two"))
logging.basicConfig(level=logging.INFO, format="%(levelname)s - %(message)s", stream=sys.stdout, force=True)
logging.info("epoch %d loss %.3f", 1, 0.5); logging.debug("hidden"); logging.warning("careful"); log = logging.getLogger("train"); log.error("bad %s", [1]); log.setLevel(logging.ERROR); log.info("no"); print(log, log.isEnabledFor(logging.INFO), logging.getLevelName(20), log.getEffectiveLevel(), log is logging.getLogger("train"))
buf = io.StringIO(); h = logging.StreamHandler(buf); h.setFormatter(logging.Formatter("[%(name)s] %(message)s")); child = logging.getLogger("train.sub"); child.addHandler(h); child.propagate = False; child.critical("deep"); print(repr(buf.getvalue()), child)
#: zeros in formats, names of cached functions
for spec in (">08.3f", "<08.2f", "^08.2f", "08.2f", "=08.2f", "*>08.2f", "+08", ">+08", ">010,.2f"):
    for v in (3.14159, -2.5):
        try: print(spec, repr(format(v, spec)))
        except Exception as e: print(spec, type(e).__name__, e)
for spec in (">05", "05", "<05", "^06", "=5", "x>05"):
    for v in ("ab", 42, True):
        try: print(spec, repr(format(v, spec)))
        except Exception as e: print(spec, type(e).__name__, e)
from functools import lru_cache, wraps, cache, partial
@lru_cache(maxsize=None)
def fib(n):
    "doc of fib"
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib.__name__, fib.__doc__, fib.__wrapped__.__name__, fib.__qualname__, fib.__module__)
@wraps(fib)
def g(n): return fib(n)
print(g.__name__, g.__doc__, g.__wrapped__ is fib, fib(10), fib.cache_info())
@cache
def h(x): return x
print(h.__name__, h(3), h.cache_info().currsize); h.cache_clear(); print(h.cache_info())

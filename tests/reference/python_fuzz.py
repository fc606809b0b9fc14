"""Programs of Python, made at random, and what CPython prints: arithmetic, texts, formats, containers, classes, control flow.

    python3 python_fuzz.py --seed 1 --count 100    writes one line of JSON a program: its source, its output, its error

Whatever a program prints is the same in every process: no sets of texts, no addresses, no hashes.
"""

import argparse
import contextlib
import io
import json
import random
import signal
import sys
import traceback
import warnings


class Writer:
    """One program: expressions of a kind, statements, as deep as it may."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.names = {"int": [], "float": [], "str": [], "list": [], "dict": [], "bool": []}
        self.count = 0

    def pick(self, *options):
        return self.random.choice(options)

    def chance(self, part):
        return self.random.random() < part

    def fresh(self, kind):
        self.count += 1
        name = f"{kind[0]}{self.count}"
        return name

    def known(self, kind):
        return self.random.choice(self.names[kind]) if self.names[kind] and self.chance(0.6) else None

    def int(self, depth=0):
        name = self.known("int")
        if name:
            return name
        if depth > 2:
            return str(self.random.randint(-20, 20))
        r = self.random.random()
        if r < 0.25:
            return str(self.pick(0, 1, 2, 3, 7, 10, -1, -5, 12, 100, 255, 1000, self.random.randint(-50, 50), self.random.randint(-(10**12), 10**12)))
        if r < 0.55:
            return f"({self.int(depth + 1)} {self.pick('+', '-', '*', '//', '%', '&', '|', '^')} {self.int(depth + 1)})"
        if r < 0.60:
            return f"({self.int(depth + 1)} ** {self.random.randint(0, 6)})"
        if r < 0.64:
            return f"({self.int(depth + 1)} {self.pick('<<', '>>')} {self.random.randint(0, 9)})"
        if r < 0.70:
            return f"len({self.pick(self.str, self.list, self.dict)(depth + 1)})"
        if r < 0.76:
            return f"abs({self.int(depth + 1)})"
        if r < 0.80:
            return f"int({self.float(depth + 1)})"
        if r < 0.84:
            return f"{self.str(depth + 1)}.{self.pick('count', 'find')}({self.str(depth + 2)})"
        if r < 0.88:
            return f"{self.pick('max', 'min')}({self.int(depth + 1)}, {self.int(depth + 1)})"
        if r < 0.92:
            return f"sum({self.list(depth + 1)})"
        if r < 0.95:
            return f"({self.int(depth + 1)} if {self.bool(depth + 1)} else {self.int(depth + 1)})"
        if r < 0.97:
            return f"round({self.float(depth + 1)})"
        return f"(-{self.int(depth + 1)})"

    def float(self, depth=0):
        name = self.known("float")
        if name:
            return name
        r = self.random.random()
        if r < 0.3 or depth > 2:
            return repr(self.pick(0.0, 0.5, 1.0, 2.5, 0.1, 0.2, 3.14159, -1.5, 1e-5, 1e10, 2.675, 1e16, 123456.789, self.random.uniform(-10, 10), self.random.uniform(0, 1e6)))
        if r < 0.6:
            return f"({self.pick(self.float, self.int)(depth + 1)} {self.pick('+', '-', '*', '/')} {self.float(depth + 1)})"
        if r < 0.7:
            return f"({self.int(depth + 1)} / {self.int(depth + 1)})"
        if r < 0.76:
            return f"({self.float(depth + 1)} {self.pick('//', '%')} {self.float(depth + 1)})"
        if r < 0.82:
            return f"round({self.float(depth + 1)}, {self.random.randint(-2, 5)})"
        if r < 0.88:
            return f"float({self.int(depth + 1)})"
        if r < 0.92:
            return f"abs({self.float(depth + 1)})"
        if r < 0.96:
            return f"({self.float(depth + 1)} ** {self.random.randint(-3, 4)})"
        return f"math.{self.pick('sqrt', 'floor', 'ceil', 'fabs', 'trunc')}({self.float(depth + 1)})"

    def str(self, depth=0):
        name = self.known("str")
        if name:
            return name
        r = self.random.random()
        if r < 0.3 or depth > 2:
            return repr(self.pick("", "a", "abc", "Hello World", "x,y,z", "  pad ", "it's", 'say "hi"', "tab\there", "12", "3.5", "ABC", "naïve", "日本", "🙂 ok", "a-b-c", "line\nbreak", "\\"))
        if r < 0.42:
            return f"({self.str(depth + 1)} + {self.str(depth + 1)})"
        if r < 0.47:
            return f"({self.str(depth + 1)} * {self.random.randint(0, 3)})"
        if r < 0.55:
            return f"{self.str(depth + 1)}.{self.pick('upper', 'lower', 'title', 'strip', 'capitalize', 'swapcase', 'lstrip', 'rstrip', 'casefold')}()"
        if r < 0.60:
            return f"{self.str(depth + 1)}[{self.slice()}]"
        if r < 0.65:
            return f"{self.str(depth + 1)}.replace({self.str(depth + 2)}, {self.str(depth + 2)})"
        if r < 0.70:
            return f"{self.str(depth + 1)}.{self.pick('ljust', 'rjust', 'center', 'zfill')}({self.random.randint(0, 14)})"
        if r < 0.75:
            return f"str({self.any(depth + 1)})"
        if r < 0.80:
            return f"repr({self.any(depth + 1)})"
        if r < 0.92:
            return self.formatted(depth + 1)
        if r < 0.96:
            return f"{self.str(depth + 1)}.join(str(v) for v in {self.list(depth + 1)})"
        return f"{self.pick('bin', 'hex', 'oct')}({self.int(depth + 1)})"

    def spec(self, kind):
        fill = self.pick("", "", "", "*", "0", " ") if self.chance(0.5) else ""
        align = self.pick("<", ">", "^", "=") if fill or self.chance(0.3) else ""
        if fill and not align:
            fill = ""
        sign = self.pick("", "", "+", " ", "-")
        zero = self.pick("", "", "0") if not align else ""
        width = str(self.random.randint(1, 16)) if self.chance(0.6) else ""
        if kind == "str":
            return f"{fill if align != '=' else ''}{align if align != '=' else '<'}{width}" + (f".{self.random.randint(0, 6)}" if self.chance(0.3) else "") + self.pick("", "s")
        comma = self.pick("", "", ",", "_")
        if kind == "int":
            type_ = self.pick("", "d", "x", "b", "o", "X", "e", "f", "g", "%")
            if type_ in ("x", "b", "o", "X") and comma == ",":
                comma = "_"
            precision = f".{self.random.randint(0, 8)}" if type_ in ("e", "f", "g", "%") and self.chance(0.6) else ""
            return f"{fill}{align}{sign}{self.pick('', '#') if type_ in ('x', 'b', 'o', 'X') else ''}{zero}{width}{comma}{precision}{type_}"
        type_ = self.pick("", "e", "f", "g", "%", "E", "F", "G", "f", "f")
        precision = f".{self.random.randint(0, 12)}" if self.chance(0.7) else ""
        return f"{fill}{align}{sign}{zero}{width}{comma}{precision}{type_}"

    def formatted(self, depth):
        kind = self.pick("int", "float", "float", "str")
        value = getattr(self, kind)(depth + 1)
        if self.chance(0.5):
            return f"format({value}, {self.spec(kind)!r})"
        if self.chance(0.5):
            simple = self.known(kind)
            if simple:
                return "f" + repr("<{" + simple + self.pick("", "!r", "=", "!s") + "}>") if self.chance(0.4) else "f" + repr("[{" + simple + ":" + self.spec(kind) + "}]")
            return f"{('{:' + self.spec(kind) + '}|{}')!r}.format({value}, {self.any(depth + 1)})"
        letter = {"int": self.pick("d", "x", "5d", "-6d", "05d", "s", "r", "e", "+d"), "float": self.pick("f", ".2f", "8.3f", "e", "g", ".3g", "-10.1f", "+.1f", "s", "r", "d"), "str": self.pick("s", "10s", "-10s", "r", ".2s")}[kind]
        return f"({('%' + letter + '!')!r} % ({value},))"

    def slice(self):
        part = lambda: self.pick("", str(self.random.randint(-6, 6)))
        if self.chance(0.5):
            return f"{part()}:{part()}"
        return f"{part()}:{part()}:{self.pick('', '1', '2', '-1', '-2', '3')}"

    def list(self, depth=0):
        name = self.known("list")
        if name:
            return name
        r = self.random.random()
        if r < 0.35 or depth > 2:
            return "[" + ", ".join(self.int(depth + 2) for _ in range(self.random.randint(0, 5))) + "]"
        if r < 0.45:
            return f"list(range({self.random.randint(-3, 8)}, {self.random.randint(-3, 12)}{self.pick('', ', 2', ', -1', ', 3')}))"
        if r < 0.60:
            return f"[v {self.pick('+ 1', '* v', '- 3', '% 3', '')} for v in {self.list(depth + 1)}{self.pick('', ' if v % 2', ' if v > 0', ' if v != 1')}]"
        if r < 0.68:
            return f"sorted({self.list(depth + 1)}{self.pick('', ', reverse=True', ', key=lambda v: -v', ', key=abs')})"
        if r < 0.76:
            return f"({self.list(depth + 1)} + {self.list(depth + 1)})"
        if r < 0.84:
            return f"{self.list(depth + 1)}[{self.slice()}]"
        if r < 0.90:
            return f"list(map(lambda v: v {self.pick('+', '*', '-')} {self.random.randint(1, 5)}, {self.list(depth + 1)}))"
        if r < 0.94:
            return f"list({self.dict(depth + 1)}.values())"
        return f"[ord(c) for c in {self.str(depth + 1)}]"

    def dict(self, depth=0):
        name = self.known("dict")
        if name:
            return name
        r = self.random.random()
        if r < 0.6 or depth > 2:
            return "{" + ", ".join(f"{self.pick(self.str, self.int)(3)}: {self.int(depth + 2)}" for _ in range(self.random.randint(0, 4))) + "}"
        if r < 0.8:
            return f"{{v: v * {self.random.randint(1, 3)} for v in {self.list(depth + 1)}}}"
        return f"dict(zip({self.str(depth + 1)}, {self.list(depth + 1)}))"

    def bool(self, depth=0):
        r = self.random.random()
        if r < 0.15 or depth > 2:
            return self.pick("True", "False")
        if r < 0.45:
            kind = self.pick(self.int, self.float, self.str)
            return f"({kind(depth + 1)} {self.pick('<', '<=', '>', '>=', '==', '!=')} {kind(depth + 1)})"
        if r < 0.55:
            return f"({self.int(depth + 1)} {self.pick('<', '<=', '==')} {self.int(depth + 1)} {self.pick('<', '>=', '!=')} {self.float(depth + 1)})"
        if r < 0.65:
            return f"({self.int(depth + 1)} {self.pick('in', 'not in')} {self.list(depth + 1)})"
        if r < 0.75:
            return f"({self.bool(depth + 1)} {self.pick('and', 'or')} {self.bool(depth + 1)})"
        if r < 0.82:
            return f"(not {self.any(depth + 1)})"
        if r < 0.90:
            return f"{self.str(depth + 1)}.{self.pick('isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'isalnum', 'istitle')}()"
        return f"isinstance({self.any(depth + 1)}, {self.pick('int', 'float', 'str', '(int, str)', 'list', 'bool')})"

    def any(self, depth=0):
        r = self.random.random()
        if r < 0.9:
            return self.pick(self.int, self.float, self.str, self.list, self.dict, self.bool)(depth)
        if r < 0.95:
            return f"({self.int(depth + 1)}, {self.str(depth + 1)})"
        return self.pick("None", "()", "{1, 2, 3}", "set()", "range(5)", "(1,)", "[[1], [2, [3]]]", "{'k': [1, (2, 'x')]}")

    def wild(self):
        """Something that fails more often than not."""
        return self.pick(
            f"{self.any()} + {self.any()}", f"{self.str()}[{self.int(2)}]", f"{self.list()}[{self.int(2)}]", f"{self.dict()}[{self.int(2)}]", f"int({self.str()})", f"{self.int()} / 0",
            f"{self.any()}.nothing", "undefined_name", f"len({self.any()})", f"{self.any()} < {self.any()}", f"[].pop()", f"{{}}['k']", f"float({self.str()})", f"{self.any()} * {self.any()}",
            f"{self.list()}.index({self.int()})", f"max({self.list()})", "'%d' % 'x'", f"next(iter({self.list()}))", f"{self.any()}()", f"{self.int()} % 0", f"a, b = {self.list()}", f"-{self.any()}",
            f"{self.str()} % {self.int()}", f"'{{}} {{}}'.format({self.int()})", f"for v in {self.any()}: pass", f"sum({self.any()})", f"sorted({self.any()})", f"abs({self.any()})",
            f"del {self.list()}[{self.int(2)}]", f"print(**{self.int()})", f"range({self.float()})", f"{self.any()}[{self.any()}]", f"isinstance({self.int()}, {self.int()})", f"round({self.any()}, {self.any()})",
            f"chr({self.int()})", f"ord({self.str()})", f"{self.str()}.join({self.list()})", f"dict({self.list()})", f"int({self.any()})", f"list({self.any()})", f"set({self.any()})", f"min()", f"'abc'.index({self.str()})",
        )

    def put(self, indent, line):
        self.lines.append("    " * indent + line)

    def assign(self, indent):
        kind = self.pick("int", "int", "float", "str", "list", "dict")
        value = getattr(self, kind)()
        name = self.fresh(kind)
        self.put(indent, f"{name} = {value}")
        if indent == 0:
            self.names[kind].append(name)

    def statement(self, indent, depth=0):
        r = self.random.random()
        if r < 0.28:
            self.assign(indent)
        elif r < 0.55:
            self.put(indent, f"print({', '.join(self.any() for _ in range(self.random.randint(1, 3)))}{self.pick('', '', ', sep=' + repr('|'))})")
        elif r < 0.62 and depth < 2:
            self.put(indent, f"if {self.bool()}:")
            self.block(indent + 1, depth + 1)
            if self.chance(0.5):
                self.put(indent, "else:")
                self.block(indent + 1, depth + 1)
        elif r < 0.70 and depth < 2:
            name = self.fresh("x")
            self.put(indent, f"for {name} in {self.pick(self.list(), f'range({self.random.randint(0, 5)})', self.str(), self.dict())}:")
            self.put(indent + 1, f"print({name}, end={self.pick(' ', ',')!r})")
            if self.chance(0.4):
                self.put(indent + 1, f"if {name} == {self.pick(self.int(2), self.str(2))}: {self.pick('break', 'continue')}")
            self.block(indent + 1, depth + 1)
            if self.chance(0.3):
                self.put(indent, "else:")
                self.put(indent + 1, "print('else')")
        elif r < 0.75 and depth < 2:
            name = self.fresh("w")
            self.put(indent, f"{name} = 0")
            self.put(indent, f"while {name} < {self.random.randint(0, 4)}:")
            self.put(indent + 1, f"{name} += 1")
            self.block(indent + 1, depth + 1)
        elif r < 0.83 and depth < 2:
            self.put(indent, "try:")
            self.put(indent + 1, self.wild())
            self.put(indent + 1, "print('no error')")
            self.put(indent, f"except {self.pick('Exception', 'Exception', '(TypeError, ValueError)', 'ArithmeticError', 'LookupError')} as error:")
            self.put(indent + 1, "print(type(error).__name__, error)")
            if self.chance(0.3):
                self.put(indent, "finally:")
                self.put(indent + 1, "print('finally')")
        elif r < 0.88 and indent == 0:
            self.function()
        elif r < 0.92 and indent == 0:
            self.klass()
        elif r < 0.94 and indent == 0:
            name = self.fresh("gen")
            self.put(indent, f"def {name}(n):")
            self.put(indent + 1, "for i in range(n):")
            self.put(indent + 2, f"yield i {self.pick('* 2', '** 2', '- 1', '')}")
            if self.chance(0.4):
                self.put(indent + 1, "yield from 'ab'")
            self.put(indent, f"print(list({name}({self.random.randint(0, 5)})), {self.pick('sum', 'max', 'list')}(v for v in range(1, {self.random.randint(2, 6)})))")
        elif self.names["list"] and self.chance(0.5):
            name = self.pick(*self.names["list"])
            self.put(indent, f"{name}.{self.pick(f'append({self.int()})', f'extend({self.list()})', f'insert({self.int(3)}, {self.int()})', 'reverse()', 'sort()', 'sort(reverse=True)')}")
            self.put(indent, f"print({name})")
        elif self.names["int"]:
            name = self.pick(*self.names["int"])
            self.put(indent, f"{name} {self.pick('+=', '-=', '*=')} {self.int(2)}")
            self.put(indent, f"print({name})")
        else:
            self.put(indent, f"a, *b = {self.list()} + [1]; print(a, b)")

    def block(self, indent, depth):
        for _ in range(self.random.randint(1, 2)):
            self.statement(indent, depth)

    def function(self):
        name = self.fresh("func")
        shape = self.pick("a, b=2", "a, *rest", "a, b=2, *rest, c=3, **more", "*rest, c=1", "a, /, b, *, c=5", "a=1, b=2")
        self.put(0, f"def {name}({shape}):")
        shown = [part.strip(" *").split("=")[0] for part in shape.split(",") if part.strip(" *") not in ("", "/")]
        self.put(1, f"return ({', '.join(shown)},)")
        arguments = self.pick("1", "1, 2", "1, 2, 3", "1, b=5", "1, c=7", "1, 2, 3, c=4, d=5", "", "1, 2, c=3", "*[1, 2]", "**{'a': 1}", "1, a=2", "z=1")
        self.put(0, "try:")
        self.put(1, f"print({name}({arguments}))")
        self.put(0, "except TypeError as error:")
        self.put(1, "print(error)")

    def klass(self):
        name = self.fresh("Class")
        base = self.pick("", "", "(Base)", "(Base)")
        self.put(0, f"class {name}{base}:")
        self.put(1, f"kind = {self.any(2)}")
        self.put(1, "def __init__(self, value=3):")
        if base:
            self.put(2, "super().__init__(value)")
        self.put(2, "self.value = value")
        for method in self.random.sample(
            ["def __repr__(self): return f'<{type(self).__name__} {self.value!r}>'", "def __add__(self, other): return type(self)(self.value + (other.value if hasattr(other, 'value') else other))", "def __eq__(self, other): return self.value == getattr(other, 'value', other)",
             "def __len__(self): return 2", "def __getitem__(self, i): return [self.value, i][i]", "def __call__(self, *args): return len(args)", "def __lt__(self, other): return self.value < other.value", "@property\n    def double(self): return self.value * 2",
             "@staticmethod\n    def static(x): return x", "@classmethod\n    def make(cls): return cls(9)", "def __str__(self): return 'str ' + str(self.value)", "def __bool__(self): return False", "def __contains__(self, x): return x == self.value", "def __iter__(self): return iter([self.value, 1])",
             "def __neg__(self): return -self.value", "def __radd__(self, other): return other + self.value", "def __format__(self, spec): return f'{self.value:{spec}}'", "def __setattr__(self, key, value): object.__setattr__(self, key, value)", "def __getattr__(self, key): return 'no ' + key"],
            self.random.randint(1, 6),
        ):
            self.put(1, method)
        one = self.fresh("o")
        self.put(0, f"{one} = {name}({self.int(2)})")
        for _ in range(self.random.randint(1, 4)):
            use = self.pick(f"{one}.value", f"{one}.kind", f"{one} + 1", f"1 + {one}", f"{one} == {name}(1)", f"len({one})", f"{one}[0]", f"{one}[5]", f"{one}(1, 2)", f"{one} < {name}(2)", f"{one}.double", f"{name}.static(3)", f"{name}.make().value", f"bool({one})", f"3 in {one}",
                            f"list({one})", f"-{one}", f"f'{{{one}:>6}}'", f"isinstance({one}, {name})", f"{one}.other", f"{name}.__name__", f"{name}(1, 2, 3)", f"[c.__name__ for c in {name}.__mro__]", f"hasattr({one}, 'double')", f"max([{one}, {name}(5)]).value", f"{one}.describe()", f"getattr({one}, 'zzz', 4)")
            self.put(0, "try:")
            self.put(1, f"print({use})")
            self.put(0, "except Exception as error:")
            self.put(1, "print(type(error).__name__, error)")

    def program(self):
        self.put(0, "import math")
        self.put(0, "class Base:")
        self.put(1, "def __init__(self, value): self.base = value")
        self.put(1, "def describe(self): return f'{type(self).__name__} of {self.base}'")
        for _ in range(self.random.randint(3, 9)):
            self.statement(0)
        return "\n".join(self.lines) + "\n"


class Endless(BaseException):
    """A program that takes too long, as one that appends to what it loops over."""


def stop(*_):
    raise Endless


def outcome(source):
    """What a program prints, and the last line of its traceback."""
    out = io.StringIO()
    error = None
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "x.py", "exec"), {"__name__": "__main__"})
    except Endless:
        return None
    except BaseException as caught:
        signal.setitimer(signal.ITIMER_REAL, 0)
        error = traceback.format_exception_only(type(caught), caught)[-1].strip()
        lines = [f.lineno for f in traceback.extract_tb(caught.__traceback__) if f.filename == "x.py"]
        return {"printed": out.getvalue(), "error": error, "lines": lines}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return {"printed": out.getvalue(), "error": error, "lines": []}


def main():
    signal.signal(signal.SIGALRM, stop)
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    options = parser.parse_args()
    for i in range(options.count):
        source = Writer(options.seed * 1_000_003 + i).program()
        result = outcome(source)
        if result is None or " at 0x" in result["printed"] or len(result["printed"]) > 20000:
            continue
        sys.stdout.write(json.dumps({"source": source, **result}) + "\n")


main()

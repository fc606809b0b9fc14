# Python source of torch code as torchlet's JavaScript: one syntax tree, so that both say the same.
import ast
import math

kMethods = {ast.Add: 'add', ast.Sub: 'sub', ast.Mult: 'mul', ast.Div: 'div', ast.Pow: 'pow', ast.MatMult: 'matmul',
            ast.FloorDiv: 'floor_divide', ast.Mod: 'remainder', ast.BitAnd: 'bitwise_and', ast.BitOr: 'bitwise_or',
            ast.BitXor: 'bitwise_xor'}
kComparisons = {ast.Gt: 'gt', ast.Lt: 'lt', ast.GtE: 'ge', ast.LtE: 'le', ast.Eq: 'eq', ast.NotEq: 'ne'}
# Which arguments of these calls decide a tensor's dtype: there JavaScript's 1 is Python's 1.0, while Python's 1 is 1n or
# takes { dtype: torch.int64 }.
kMakers = {'torch.tensor': slice(0, 1), 'torch.full': slice(1, 2), 'torch.arange': slice(0, 3)}
kMakers |= {'torch.linspace': slice(0, 0), 'torch.full_like': slice(0, 0), 'torch.manual_seed': slice(0, 0)}
kNames = {'nan': 'NaN', 'inf': 'Infinity'}


class NotExpressible(Exception):
    """JavaScript cannot say this; the message is the reason."""


def dotted(node):
    """The name of `torch.nn.relu` and the like, else nothing."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = dotted(node.value)
        return f'{base}.{node.attr}' if base else ''
    return ''


def is_whole(node):
    """Whether this is a Python int as written, such as -1."""
    inner = node.operand if isinstance(node, ast.UnaryOp) else node
    return isinstance(inner, ast.Constant) and type(inner.value) is int


def is_maker(node):
    return isinstance(node, ast.Call) and dotted(node.func) in kMakers


class AsJavaScriptMeansIt(ast.NodeTransformer):
    """The Python that JavaScript's source amounts to: a tuple is a list, 3.0 is the int 3 except where a dtype hangs on it."""

    def __init__(self, spare_makers):
        self.spare_makers = spare_makers

    def visit_Subscript(self, node):
        node.value = self.visit(node.value)
        return node

    def visit_Tuple(self, node):
        return ast.copy_location(ast.List([self.visit(item) for item in node.elts], ast.Load()), node)

    def visit_Constant(self, node):
        is_int = isinstance(node.value, float) and node.value.is_integer() and node.value != 0
        return ast.copy_location(ast.Constant(int(node.value)), node) if is_int else node

    def visit_Call(self, node):
        if not (self.spare_makers and is_maker(node)):
            return self.generic_visit(node)
        node.keywords = [self.visit(keyword) for keyword in node.keywords]
        return node


class Translator:
    """Translates statements; `uses` holds the torch names and methods met, `needs` the dtypes besides float32."""

    def __init__(self):
        self.uses = set()
        self.needs = set()
        self.known = set()

    def source(self, python):
        body = ast.parse(python).body
        lines = [self.statement(node) for node in body]
        is_value = isinstance(body[-1], ast.Expr) and 'r' not in self.known
        return '; '.join(lines if is_value or 'r' not in self.known else [*lines, 'r'])

    def statement(self, node):
        if isinstance(node, ast.Expr):
            return self.expression(node.value)
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            return self.assignment(node.targets[0], self.expression(node.value))
        if isinstance(node, ast.AugAssign):
            return self.call(node.target, f'{kMethods[type(node.op)]}_', [self.expression(node.value)])
        if isinstance(node, ast.With) and dotted(node.items[0].context_expr.func) == 'torch.no_grad':
            self.uses.add('torch.no_grad')
            fresh = [n.targets[0].id for n in node.body if isinstance(n, ast.Assign) and n.targets[0].id not in self.known]
            self.known.update(fresh)
            body = '; '.join(self.statement(item) for item in node.body)
            return (f'let {", ".join(fresh)}; ' if fresh else '') + f'torch.no_grad(() => {{ {body}; }})'
        raise NotExpressible('a statement of Python only')

    def assignment(self, target, value):
        if isinstance(target, ast.Name):
            is_new = target.id not in self.known
            self.known.add(target.id)
            return f'{"let " if is_new else ""}{target.id} = {value}'
        if isinstance(target, ast.Attribute):
            return f'{self.expression(target)} = {value}'
        if isinstance(target, ast.Subscript) and self.has_tensor(target.slice) and not isinstance(target.slice, ast.Tuple):
            return self.call(target.value, 'index_put_', [f'[{self.item(target.slice)}]', value])
        if isinstance(target, ast.Subscript) and not self.has_tensor(target.slice):
            return f'{self.expression(target)} = {value}'
        raise NotExpressible('assignment to an index or to several names')

    def call(self, target, method, arguments):
        self.uses.add(f'.{method}')
        return f'{self.operand(target)}.{method}({", ".join(arguments)})'

    def operand(self, node):
        text = self.expression(node)
        return f'({text})' if isinstance(node, ast.UnaryOp) and text.startswith('-') else text

    def expression(self, node, is_data=False):
        method = getattr(self, f'on_{type(node).__name__}', None)
        if method is None:
            raise NotExpressible(f'Python syntax only ({type(node).__name__})')
        return method(node, is_data)

    def on_Constant(self, node, is_data):
        value = node.value
        if value is None or isinstance(value, bool):
            if is_data and value is not None:
                self.needs.add('bool')
            return {None: 'null', True: 'true', False: 'false'}[value]
        if isinstance(value, str):
            return "'" + value.replace('\\', '\\\\').replace("'", "\\'").replace('\n', '\\n') + "'"
        if value is ...:
            return "'...'"
        if isinstance(value, complex):
            raise NotExpressible('JavaScript has no complex numbers')
        return self.number(value, is_data)

    def number(self, value, is_data):
        if isinstance(value, int):
            if is_data:
                self.needs.add('int64')
            return f'{value}n' if is_data or abs(value) > 2**53 else str(value)
        if math.isinf(value) or math.isnan(value):
            return 'NaN' if math.isnan(value) else 'Infinity' if value > 0 else '-Infinity'
        text = repr(value)
        return text[:-2] if text.endswith('.0') else text

    def on_Name(self, node, is_data):
        return kNames.get(node.id, node.id)

    def on_UnaryOp(self, node, is_data):
        if isinstance(node.operand, ast.BinOp) and not any(isinstance(part, ast.Name) for part in ast.walk(node)):
            return self.number(eval(compile(ast.Expression(node), '', 'eval'), {}), is_data)
        if isinstance(node.op, ast.Invert):
            return self.call(node.operand, 'bitwise_not', [])
        if not isinstance(node.op, ast.USub):
            raise NotExpressible('an operator JavaScript cannot overload')
        if isinstance(node.operand, (ast.Constant, ast.Name)) and dotted(node.operand) in ('', 'inf'):
            return f'-{self.expression(node.operand, is_data)}'
        return self.call(node.operand, 'neg', [])

    def on_BinOp(self, node, is_data):
        try:
            return self.number(eval(compile(ast.Expression(node), '', 'eval'), {}), is_data)
        except NameError:
            pass
        except TypeError as error:
            raise NotExpressible('JavaScript has no complex numbers') from error
        left = self.expression(node.left)
        if isinstance(node.left, (ast.Constant, ast.UnaryOp)) and left.lstrip('-')[:1].isdigit():
            return self.reflected(type(node.op), left, node.right)
        return self.call(node.left, kMethods[type(node.op)], [self.expression(node.right)])

    def reflected(self, operator, left, right):
        """A number before the operator: what Tensor's __rsub__ and its like do in PyTorch."""
        if operator in (ast.Add, ast.Mult):
            return self.call(right, kMethods[operator], [left])
        if operator is ast.Sub:
            self.uses.add('torch.rsub')
            return f'torch.rsub({self.expression(right)}, {left})'
        if operator is ast.Div:
            self.uses.add('.mul')
            return f'{self.call(right, "reciprocal", [])}.mul({left})'
        raise NotExpressible('an operator JavaScript cannot overload')

    def on_Compare(self, node, is_data):
        self.needs.add('bool')
        return self.call(node.left, kComparisons[type(node.ops[0])], [self.expression(node.comparators[0])])

    def on_Attribute(self, node, is_data):
        name = dotted(node).replace('torch.nn.functional.', 'F.').replace('torch.nn.', 'nn.')
        if 'complex' in node.attr and node.attr != 'is_complex' or node.attr in ('float16', 'bfloat16', 'half'):
            raise NotExpressible(f'torchlet has no {node.attr}')
        if node.attr in ('float64', 'int64', 'int32', 'uint8', 'bool', 'double', 'long', 'int'):
            self.needs.add({'double': 'float64', 'long': 'int64', 'int': 'int32'}.get(node.attr, node.attr))
        root = name.split('.')[0]
        self.uses.add(name if root in ('torch', 'nn', 'F') else f'.{node.attr}')
        return f'{self.operand(node.value)}.{node.attr}'

    def on_Call(self, node, is_data):
        name = dotted(node.func)
        if name == 'float':
            return self.number(float(node.args[0].value), False)
        if name == 'str':
            return f'String({self.expression(node.args[0])})'
        if name in ('list', 'int', 'len', 'print', 'repr', 'abs', 'type'):
            raise NotExpressible(f"Python's {name}()")
        if any(keyword.arg == 'device' for keyword in node.keywords):
            raise NotExpressible('torchlet has one device')
        arguments = [self.expression(item, name == 'torch.tensor') for item in node.args]
        pairs = [f'{keyword.arg}: {self.expression(keyword.value)}' for keyword in node.keywords]
        data = node.args[kMakers.get(name, slice(0, 0))]
        if name != 'torch.tensor' and data and all(is_whole(item) for item in data):
            pairs.append('dtype: torch.int64')
            self.needs.add('int64')
        if pairs:
            arguments.append(f'{{ {", ".join(pairs)} }}')
        return f'{self.expression(node.func)}({", ".join(arguments)})'

    def on_List(self, node, is_data):
        return f'[{", ".join(self.expression(item, is_data) for item in node.elts)}]'

    on_Tuple = on_List

    def on_Dict(self, node, is_data):
        raise NotExpressible('a plain object means keyword arguments')

    def on_Subscript(self, node, is_data):
        if any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(node.slice)):
            raise NotExpressible("a key of JavaScript's [] is a text")
        if self.has_tensor(node.slice):
            items = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            return self.call(node.value, 'index', [self.item(item) for item in items])
        key = ast.unparse(node.slice).removeprefix('(').removesuffix(')')
        is_number = key.lstrip('-').isdigit()
        return f'{self.operand(node.value)}[{key if is_number else repr(key)}]'

    def has_tensor(self, index):
        return any(isinstance(part, (ast.List, ast.Call, ast.Compare)) for part in ast.walk(index))

    def item(self, node):
        """One of the items between brackets, as `index` takes it."""
        if isinstance(node, ast.List):
            self.needs.add('int64')
            return f'torch.tensor({self.expression(node, True)})'
        return repr(ast.unparse(node)) if isinstance(node, ast.Slice) else self.expression(node)

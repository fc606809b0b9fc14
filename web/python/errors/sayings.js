// What beginners' errors mean, by the words of the error: lines of ours for ./hints.js.

/**
 * What a hint may look at: the line where the error arose, the program, the groups of the pattern.
 * @typedef {{ line: string, text: string, groups: string[] }} Facts
 * @typedef {string | ((facts: Facts) => string | null)} Saying
 */

const kNone =
  'The value is None: append(), sort() and functions without return give None, and .grad is None before backward().';
const kText = 'One of the two is a text: int(text) or float(text) makes a number of it.';
const kFeatures = "The last size of the input must be the layer's in_features: print(x.shape) shows it.";

/** Names that other languages have for what Python does otherwise. @type {Record<string, string>} */
const elsewhere = {
  push: '.append(x)',
  length: 'len(x)',
  size: 'len(x)',
  len: 'len(x)',
  has_key: '`key in d`',
  contains: '`x in y`',
  includes: '`x in y`',
  toString: 'str(x)',
  forEach: 'a for loop',
};

/** Keywords that programs of this kind pass. */
export const keywords =
  'requires_grad dtype dim keepdim device inplace bias negative_slope lr momentum weight_decay batch_size shuffle reduction weight color label linewidth linestyle marker alpha figsize end sep key reverse'.split(
    ' ',
  );

/** How a module that was taken for its output is called. @param {string} name */
const called = (name) =>
  `nn.${name} makes a module, which is then called with the tensor: \`nn.${name}(${/^(Log)?Soft(max|min)$/.test(name) ? 'dim=-1' : /Linear|Conv|Norm|Sequential/.test(name) ? '…' : ''})(${name.endsWith('Loss') ? 'input, target' : 'x'})\`.`;

/** Whether a program has such a module of torch.nn. @param {string} text @param {string} name */
const hasModule = (text, name) => new RegExp(`\\bnn\\.${name}\\b`).test(text);

/** A module where its output was meant. @param {Facts} facts */
const moduleFor = ({ text, groups }) => {
  const name = groups.find((one) => hasModule(text, one));
  return name ? called(name) : null;
};

/** The module that a tensor went into where it was made. @param {Facts} facts */
function moduleMade({ line, text }) {
  const here = /\bnn\.([A-Z]\w*)\([^()]*[a-z_]/.exec(line)?.[1];
  if (here) return called(here);
  for (const [, name, made] of text.matchAll(/^\s*(\w+)\s*=\s*nn\.([A-Z]\w*)\(\s*[a-z]\w*\s*[,)]/gm))
    if (new RegExp(`\\b${name}\\(`).test(line)) return called(made);
  return null;
}

/** @type {[RegExp, Saying][]} */
export const sayings = [
  [
    /^(?:unsupported operand .*'(\w+)' and '(\w+)'|'(\w+)' object has no attribute '(?:mean|sum|max|min|backward|item|shape|size|view|reshape|detach|numpy|tolist|abs|exp|pow|argmax|grad|requires_grad)'|.* must be Tensor, not (\w+))/,
    moduleFor,
  ],
  [/must be (bool|a bool|Number|float)|Boolean value of Tensor|not Tensor|torch.Tensor'>|__init__\(\)/, moduleMade],
  [
    /Boolean value of Tensor with more/,
    ({ line }) =>
      /^(if|while|elif|assert)\b|\b(and|or|not)\b/.test(line)
        ? 'There is one truth for each element: .any() or .all() makes one of them.'
        : null,
  ],
  [/'NoneType'/, kNone],
  [
    /object is not callable/,
    'Parentheses call a function; what stands before them here is a value. Has its name been given to something else?',
  ],
  [
    /mat1 and mat2 shapes cannot be multiplied \(\w+x(\w+) and (\w+)x/,
    ({ line, groups: [inner, outer] }) =>
      /@|\b(matmul|mm)\(/.test(line)
        ? `The last size of the first, ${inner}, must be the first size of the second, ${outer}: .T turns a matrix around.`
        : kFeatures,
  ],
  [
    /must match the size of tensor b|Sizes of tensors must match/,
    'The two tensors have sizes that do not go together: print their .shape.',
  ],
  [
    /^can only concatenate str|^unsupported operand type\(s\) for \+=?: '(int|float)' and 'str'/,
    'A text and a number do not add up: write f"{text}{number}" or str(number).',
  ],
  [/^(unsupported operand|'[<>]=?' not supported|can't multiply sequence).*'str'/, kText],
  [
    /does not require grad and does not have a grad_fn/,
    'No gradient can flow: make the input with requires_grad=True, and call .backward() on what is computed from it.',
  ],
  [
    /grad can be implicitly created only for scalar/,
    'backward() starts from one number: call it on .sum() or .mean().',
  ],
  [
    /a leaf Variable that requires grad is being used in an in-place/,
    'Change parameters inside `with torch.no_grad():`.',
  ],
  [/Can't call numpy\(\) on Tensor that requires grad/, 'Write x.detach().numpy().'],
  [
    /backward through the graph a second time/,
    'Compute the result anew before each backward(), or pass retain_graph=True.',
  ],
  [/same dtype, but got (Long|Double)/, 'The layer holds float32: x.float() makes the input so.'],
  [/cannot be converted to Scalar/, '.item() is for one number: .tolist() gives them all.'],
  [/before Module.__init__\(\) call/, 'Put super().__init__() first into __init__.'],
  [/is not a Module subclass/, 'nn.Sequential takes the layers one by one: a star before the list does that.'],
  [/^tensor\(\) takes 1 positional/, 'torch.tensor takes one list: torch.tensor([1, 2, 3]).'],
  [
    /missing the required "forward"/,
    'Is there a `def forward(self, x)`, spelled so and indented as part of the class?',
  ],
  [
    /^shape '.*' is invalid for input of size/,
    'The sizes must multiply to as many elements as there are; -1 stands for what is left.',
  ],
  [/^Dimension out of range/, 'Dimensions are counted from 0, or from -1 at the end: print(x.shape) shows them.'],
  [/index out of range|^index \d+ is out of bounds/, 'Indices begin at 0: the last one is len(x) - 1.'],
  [
    /^'(float|list|str)' object cannot be interpreted as an integer/,
    ({ groups: [type] }) => `A whole number is wanted: ${type === 'list' ? 'len(x)' : 'int(x)'} is one.`,
  ],
  [
    /^'int' object is not iterable/,
    ({ line }) => (/^for\b/.test(line) ? 'A for loop goes through a list or a range: range(n).' : null),
  ],
  [
    /^'(?:function|method)' object is not|^'builtin_function_or_method' object/,
    'A function is called with parentheses: f().',
  ],
  [
    /^\w+\.(\w+)\(\) takes (\d+) positional arguments? but (\d+) (?:was|were) given/,
    ({ text, groups: [name] }) =>
      new RegExp(`def ${name}\\((?!self\\b|cls\\b)`).test(text)
        ? `A method's first parameter is self: def ${name}(self, …).`
        : null,
  ],
  [
    /^(\w+)\.(\w+)\(\) missing \d+ required positional/,
    ({ line, groups: [type, name] }) =>
      line.includes(`${type}.${name}(`) ? `${name} is a method of objects: ${type}() makes one.` : null,
  ],
  [
    /^cannot access local variable '(\w+)'/,
    ({ groups: [name] }) =>
      `The function gives ${name} a value, so the name is its own: pass it in, or write global ${name} first.`,
  ],
  [/changed size during iteration/, 'Go through a copy: list(d).'],
  [
    /^'(tuple|str)' object does not support item assignment/,
    ({ groups: [type] }) =>
      type === 'str' ? 'A text never changes: make a new one.' : 'A tuple never changes: a list does.',
  ],
  [/^unhashable type: '(?:list|dict|set)'/, 'What changes cannot be a key: tuple(x) can.'],
  [/^'(?:generator|map|zip|filter|\w+_\w*iterator)' object is not subscriptable/, 'list(x) makes a list of it.'],
  [/^invalid literal for int\(\) with base 10: '-?\d+\.\d*'/, 'int() reads whole numbers: int(float(text)).'],
  [
    /maximum recursion depth/,
    'The function calls itself without an end: let it return first where the problem is smallest.',
  ],
  [
    /^'(?:list|str|dict|tuple|set)' object has no attribute '(\w+)'/,
    ({ groups: [name] }) => (Object.hasOwn(elsewhere, name) ? `Python writes ${elsewhere[name]}.` : null),
  ],
];

// From the parser's tree to ours: plain objects named as in Python's ast module, with the place of each in the source.

import { parser } from '@lezer/python';
import { expression, items } from './expressions.js';
import { parameters } from './parameters.js';
import { blanked, misplaced, outside, Source, syntaxError, unreadable } from './problems.js';
import { childrenOf, commaParts, kidsBetween, many } from './reading.js';
import { target } from './targets.js';

/** @typedef {import('./reading.js').Syntax} Syntax @typedef {Record<string, any> & { kind: string, from: number, line: number }} Node */

/** Lines that notebooks take for themselves: nothing here. @param {string} text */
const withoutMagics = (text) =>
  text.replace(/^[ \t]*[%!](?=[a-zA-Z%])[^\n]*/gm, (line) => ' '.repeat(line.length).replace(/^ {4}/, 'pass'));

/** A source whose floats all have a digit where the parser wants one: `1.` reads `10`, at the same place; values are read elsewhere. @param {string} text */
function readable(text) {
  let result = '';
  let at = 0;
  for (const found of blanked(text).matchAll(/(?<![\w.])\d[\d_]*\.(?=[eE][+-]?\d|[^\w.]|$)/g)) {
    const dot = found.index + found[0].length - 1;
    result += `${text.slice(at, dot)}0`;
    at = dot + 1;
  }
  // In an f-string `{x:=8}` is a specification, which the parser takes for a walrus.
  return (result + text.slice(at)).replace(/\b[fF][rR]?(?:"[^"\n]*"|'[^'\n]*')/g, (one) =>
    one.replace(/(\{[^{}():]*):=/g, '$1: '),
  );
}

/** A source whose `with (a as b, c as d):` has no parentheses, which the parser does not know; all else stays at its place. @param {string} text */
function ungrouped(text) {
  const plain = blanked(text);
  let result = text;
  for (const found of plain.matchAll(/^[ \t]*with\s*\(/gm)) {
    const from = found.index + found[0].length - 1;
    let to = from;
    for (let depth = 0; to < plain.length; to++) {
      if ('([{'.includes(plain[to])) depth++;
      else if (')]}'.includes(plain[to]) && --depth === 0) break;
    }
    const inner = plain.slice(from + 1, to);
    if (!/\bas\b/.test(inner) || !/^\)\s*:/.test(plain.slice(to))) continue;
    const kept = result.slice(from + 1, to).split('');
    // Comments are blank in `plain` and line breaks would end the statement.
    for (let i = 0; i < inner.length; i++) if (/\s/.test(inner[i])) kept[i] = ' ';
    const bare = kept.join('').replace(/,(\s*)$/, ' $1');
    result = `${result.slice(0, from)} ${bare} ${result.slice(to + 1)}`;
  }
  return result;
}

/**
 * @param {string} text
 * @param {string} filename
 * @returns {{ body: Node[], source: Source }}
 */
export function parse(text, filename) {
  const plain = withoutMagics(text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, ''));
  const source = new Source(plain, filename);
  const wrong = misplaced(source);
  if (wrong) throw wrong;
  const tree = parser.parse(`${readable(ungrouped(plain))}\n`);
  /** @type {number} */ let failed = -1;
  tree.iterate({
    enter(node) {
      if (node.type.isError && !isAllowed(node.node) && failed < 0) failed = node.from;
    },
  });
  const body = () => block(childrenOf(tree.topNode), source);
  if (failed >= 0) {
    for (const found of plain.matchAll(/^[ \t]*(match|async)\s+[^=\n]*:\s*$/gm)) {
      throw outside(
        source,
        found.index,
        found[1] === 'match' ? 'match' : 'async',
        found[1] === 'match' ? 'if and elif compare values' : 'plain functions and loops work',
      );
    }
    stringsClosed(tree, source);
    throw unreadable(source, failed);
  }
  return { body: body(), source };
}

/** An error of the parser's that is none of the program's: `(yield)`, the parentheses of `with (a as b):`. @param {Syntax} node */
function isAllowed(node) {
  const name = node.parent?.name;
  if (name === 'YieldExpression' || name === 'YieldStatement') return node.from === node.to;
  return false;
}

/** Refuses texts that do not end. @param {any} tree @param {Source} source */
function stringsClosed(tree, source) {
  tree.iterate({
    enter(/** @type {any} */ node) {
      if (node.name === 'String') expression(node.node, source);
    },
  });
}

/** @param {Syntax[]} nodes @param {Source} source @returns {Node[]} */
export function block(nodes, source) {
  return nodes.flatMap((node) => {
    if (node.name === 'StatementGroup')
      return block(
        childrenOf(node).filter((one) => one.name !== ';'),
        source,
      );
    if (node.name === 'Comment' || node.name === ';' || node.type.isError) return [];
    return [statement(node, source)];
  });
}

/** A Body. @param {Syntax} node @param {Source} source */
const bodyOf = (node, source) =>
  block(
    childrenOf(node).filter((one) => one.name !== ':'),
    source,
  );

/** @param {Syntax} node @param {Source} source @param {string} kind @param {Record<string, any>} rest @returns {Node} */
const made = (node, source, kind, rest = {}) => ({
  kind,
  from: node.from,
  to: node.to,
  line: source.lineOf(node.from),
  ...rest,
});

/** @type {Record<string, (node: Syntax, kids: Syntax[], source: Source) => Node>} */
const statements = {
  ExpressionStatement: (node, kids, source) => made(node, source, 'Expr', { value: many(kids, source, expression) }),
  AssignStatement: assignment,
  UpdateStatement(node, kids, source) {
    const at = kids.findIndex((one) => one.name === 'UpdateOp');
    const left = target(kids[0], source);
    if (left.kind === 'Tuple' || left.kind === 'List')
      throw syntaxError(
        source,
        node.from,
        `'${left.kind.toLowerCase()}' is an illegal expression for augmented assignment`,
      );
    return made(node, source, 'AugAssign', {
      target: left,
      op: source.slice(kids[at]).slice(0, -1),
      value: many(kids.slice(at + 1), source, expression),
    });
  },
  ReturnStatement: (node, kids, source) =>
    made(node, source, 'Return', { value: kids.length > 1 ? many(kids.slice(1), source, expression) : null }),
  PassStatement: (node, _, source) => made(node, source, 'Pass'),
  BreakStatement: (node, _, source) => made(node, source, 'Break'),
  ContinueStatement: (node, _, source) => made(node, source, 'Continue'),
  IfStatement(node, kids, source) {
    const bodies = kids.flatMap((one, i) => (one.name === 'Body' ? [i] : []));
    let last = bodies.length - 1;
    let otherwise = /** @type {Node[]} */ ([]);
    if (kids[bodies[last] - 1].name === 'else') otherwise = bodyOf(kids[bodies[last--]], source);
    /** @type {Node | undefined} */ let result;
    for (; last >= 0; last--) {
      const test = expression(kids[bodies[last] - 1], source);
      const own = {
        kind: 'If',
        from: test.from,
        to: node.to,
        line: source.lineOf(last === 0 ? node.from : test.from),
        test,
        body: bodyOf(kids[bodies[last]], source),
        otherwise: result ? [result] : otherwise,
      };
      result = own;
    }
    return /** @type {Node} */ (result);
  },
  WhileStatement: (node, kids, source) =>
    made(node, source, 'While', {
      test: expression(kids[1], source),
      body: bodyOf(kids[2], source),
      otherwise: kids[4] ? bodyOf(kids[4], source) : [],
    }),
  ForStatement(node, kids, source) {
    if (kids[0].name === 'async') throw outside(source, node.from, 'async for', 'for works');
    const within = kids.findIndex((one) => one.name === 'in');
    const body = kids.findIndex((one) => one.name === 'Body');
    return made(node, source, 'For', {
      target: many(kids.slice(1, within), source, target),
      iter: many(kids.slice(within + 1, body), source, expression),
      body: bodyOf(kids[body], source),
      otherwise: kids[body + 2] ? bodyOf(kids[body + 2], source) : [],
    });
  },
  WithStatement(node, kids, source) {
    if (kids[0].name === 'async') throw outside(source, node.from, 'async with', 'with works');
    const list = commaParts(kids.slice(1, -1)).map((part) => {
      const as = part.findIndex((one) => one.name === 'as');
      return { context: expression(part[0], source), target: as < 0 ? null : many(part.slice(as + 1), source, target) };
    });
    return made(node, source, 'With', { items: list, body: bodyOf(kids[kids.length - 1], source) });
  },
  TryStatement: attempt,
  RaiseStatement(node, kids, source) {
    const from = kids.findIndex((one) => one.name === 'from');
    return made(node, source, 'Raise', {
      error: kids[1] ? expression(kids[1], source) : null,
      cause: from < 0 ? null : expression(kids[from + 1], source),
    });
  },
  AssertStatement: (node, kids, source) =>
    made(node, source, 'Assert', {
      test: expression(kids[1], source),
      message: kids[3] ? expression(kids[3], source) : null,
    }),
  DeleteStatement: (node, kids, source) =>
    made(node, source, 'Delete', { targets: items(kids.slice(1), source, target) }),
  ScopeStatement: (node, kids, source) =>
    made(node, source, kids[0].name === 'global' ? 'Global' : 'Nonlocal', {
      names: kids
        .slice(1)
        .filter((one) => one.name === 'VariableName')
        .map((one) => source.slice(one)),
    }),
  ImportStatement: imported,
  FunctionDefinition: (node, kids, source) => functionOf(node, kids, source, []),
  ClassDefinition: (node, kids, source) => classOf(node, kids, source, []),
  DecoratedStatement(_node, kids, source) {
    const decorators = kids.filter((one) => one.name === 'Decorator').map((one) => decorator(one, source));
    const definition = kids[kids.length - 1];
    const make = definition.name === 'ClassDefinition' ? classOf : functionOf;
    return make(definition, childrenOf(definition), source, decorators);
  },
  YieldStatement: (node, _, source) => made(node, source, 'Expr', { value: expression(node, source) }),
  PrintStatement(node, _, source) {
    throw syntaxError(source, node.from, "Missing parentheses in call to 'print'. Did you mean print(...)?");
  },
  MatchStatement(node, _, source) {
    throw outside(source, node.from, 'match', 'if and elif compare values');
  },
  TypeDefinition(node, _, source) {
    throw outside(source, node.from, 'type', 'Name = int gives a type a name');
  },
};

/** @param {Syntax} node @param {Source} source @returns {Node} */
function statement(node, source) {
  const make = statements[node.name];
  if (make === undefined) throw outside(source, node.from, node.name, 'see the grammar in the documentation');
  return make(node, childrenOf(node), source);
}

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source */
function assignment(node, kids, source) {
  const annotation = kids.find((one) => one.name === 'TypeDef');
  const sides = kidsBetween(
    kids.filter((one) => one !== annotation),
    'AssignOp',
  );
  const value = sides.length > 1 ? many(/** @type {Syntax[]} */ (sides.at(-1)), source, expression) : null;
  const lefts = sides.length > 1 ? sides.slice(0, -1) : sides;
  const targets = lefts.map((side) => many(side, source, target));
  if (annotation === undefined) return made(node, source, 'Assign', { targets, value });
  const typed = childrenOf(annotation).at(-1);
  return made(node, source, 'AnnAssign', {
    target: targets[0],
    value,
    annotation: typed && typed.name !== ':' ? expression(typed, source) : null,
  });
}

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source */
function attempt(node, kids, source) {
  const result = made(node, source, 'Try', { handlers: [], otherwise: [], final: [], body: bodyOf(kids[1], source) });
  for (let i = 2; i < kids.length; ) {
    const end = kids.findIndex((one, j) => j > i && one.name === 'Body');
    const body = bodyOf(kids[end], source);
    const { name } = kids[i];
    if (name === 'except') {
      const head = kids.slice(i + 1, end);
      if (head[0]?.name === '*') throw outside(source, kids[i].from, 'except*', 'except works');
      const as = head.findIndex((one) => one.name === 'as');
      const types = as < 0 ? head : head.slice(0, as);
      if (types.some((one) => one.name === ','))
        throw syntaxError(source, kids[i].from, 'multiple exception types must be parenthesized');
      result.handlers.push({
        line: source.lineOf(kids[i].from),
        type: types.length > 0 ? expression(types[0], source) : null,
        name: as < 0 ? null : source.slice(head[as + 1]),
        body,
      });
    } else if (name === 'else') result.otherwise = body;
    else result.final = body;
    i = end + 1;
  }
  if (result.handlers.length === 0 && result.final.length === 0)
    throw syntaxError(source, node.to, "expected 'except' or 'finally' block");
  return result;
}

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source */
function imported(node, kids, source) {
  const nameAt = (/** @type {Syntax[]} */ part) =>
    part
      .filter((one) => one.name !== 'as')
      .map((one) => source.slice(one))
      .join('');
  const aliases = (/** @type {Syntax[]} */ list) =>
    commaParts(list.filter((one) => one.name !== '(' && one.name !== ')')).map((part) => {
      const as = part.findIndex((one) => one.name === 'as');
      return { name: nameAt(as < 0 ? part : part.slice(0, as)), as: as < 0 ? null : source.slice(part[as + 1]) };
    });
  if (kids[0].name === 'import') return made(node, source, 'Import', { names: aliases(kids.slice(1)) });
  const at = kids.findIndex((one) => one.name === 'import');
  const module = nameAt(kids.slice(1, at));
  if (module.startsWith('.')) throw outside(source, node.from, 'a relative import', 'a program is one file here');
  const names = kids[at + 1].name === '*' ? [{ name: '*', as: null }] : aliases(kids.slice(at + 1));
  return made(node, source, 'ImportFrom', { module, names });
}

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source @param {Node[]} decorators */
function functionOf(node, kids, source, decorators) {
  if (kids[0].name === 'async') throw outside(source, node.from, 'async def', 'def works');
  const list = kids.find((one) => one.name === 'ParamList');
  const returned = kids.find((one) => one.name === 'TypeDef');
  return made(node, source, 'FunctionDef', {
    name: source.slice(kids[1]),
    parameters: parameters(/** @type {Syntax} */ (list), source, expression),
    returns: returned ? expression(/** @type {any} */ (childrenOf(returned).at(-1)), source) : null,
    body: bodyOf(kids[kids.length - 1], source),
    decorators,
  });
}

/** @param {Syntax} node @param {Syntax[]} kids @param {Source} source @param {Node[]} decorators */
function classOf(node, kids, source, decorators) {
  const list = kids.find((one) => one.name === 'ArgList');
  const { args, keywords } = list
    ? expression({ .../** @type {any} */ (list), name: 'ArgList', inner: list }, source)
    : { args: [], keywords: [] };
  return made(node, source, 'ClassDef', {
    name: source.slice(kids[1]),
    bases: args,
    keywords,
    body: bodyOf(kids[kids.length - 1], source),
    decorators,
  });
}

/** What follows `@`: its parts stand flat. @param {Syntax} node @param {Source} source */
function decorator(node, source) {
  const kids = childrenOf(node).slice(1);
  let value = expression(kids[0], source);
  for (let i = 1; i < kids.length; i++) {
    if (kids[i].name === '.') value = made(node, source, 'Attribute', { value, attr: source.slice(kids[++i]) });
    else if (kids[i].name === 'ArgList')
      value = made(node, source, 'Call', { func: value, ...expression({ name: 'ArgList', inner: kids[i] }, source) });
  }
  return value;
}

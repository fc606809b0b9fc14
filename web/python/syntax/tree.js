// From the parser's tree to ours: plain objects named as in Python's ast module, with the place of each in the source.

import { parser } from '@lezer/python';
import { expression, items } from './expressions.js';
import { imported } from './imports.js';
import { misplaced } from './layout.js';
import { parameters } from './parameters.js';
import { keptApart } from './private.js';
import { outside, Source, syntaxError } from './problems.js';
import { readable, repaired } from './readable.js';
import { childrenOf, commaParts, kidsBetween, made, many } from './reading.js';
import { assignable } from './targets.js';
import { misspelt } from './tokens.js';
import { unreadable } from './unreadable.js';

/** @typedef {import('./reading.js').Syntax} Syntax @typedef {Record<string, any> & { kind: string, from: number, line: number }} Node */

/** Lines that notebooks take for themselves: nothing here. @param {string} text */
const withoutMagics = (text) =>
  text.replace(/^[ \t]*[%!](?=[a-zA-Z%])[^\n]*/gm, (line) => ' '.repeat(line.length).replace(/^ {4}/, 'pass'));

/**
 * @param {string} text
 * @param {string} filename
 * @returns {{ body: Node[], source: Source }}
 */
export function parse(text, filename) {
  const plain = withoutMagics(text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, ''));
  const source = new Source(plain, filename);
  const wrong = misspelt(source) ?? misplaced(source, unreadable);
  if (wrong) throw wrong;
  let tree = parser.parse(`${readable(plain)}\n`);
  let failed = failureIn(tree);
  if (failed !== null) {
    tree = parser.parse(`${repaired(source)}\n`);
    failed = failureIn(tree);
  }
  if (failed !== null) {
    for (const found of plain.matchAll(/^[ \t]*(match|async)\s+[^=\n]*:\s*$/gm)) {
      throw outside(
        source,
        found.index,
        found[1] === 'match' ? 'match' : 'async',
        found[1] === 'match' ? 'if and elif compare values' : 'plain functions and loops work',
      );
    }
    throw unreadable(source, failed.from, failed.parent);
  }
  return { body: block(childrenOf(tree.topNode), source), source };
}

/** Where the parser failed. @param {any} tree @returns {Syntax | null} */
function failureIn(tree) {
  /** @type {Syntax | null} */ let failed = null;
  tree.iterate({
    enter(/** @type {any} */ node) {
      if (node.type.isError && failed === null && !isAllowed(node.node)) failed = node.node;
    },
  });
  return failed;
}

/** An error of the parser's that is none of the program's: `(yield)`. @param {Syntax} node */
function isAllowed(node) {
  const name = node.parent?.name;
  if (name === 'YieldExpression' || name === 'YieldStatement') return node.from === node.to;
  return false;
}

/** @param {Syntax[]} nodes @param {Source} source @returns {Node[]} */
export function block(nodes, source) {
  return nodes.flatMap((node) => {
    if (node.name === 'StatementGroup') {
      const kids = childrenOf(node);
      const twice = kids.find((one, i) => one.name === ';' && kids[i + 1]?.name === ';');
      if (twice) throw syntaxError(source, twice.from, 'invalid syntax');
      return block(kids, source);
    }
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

/** @type {Record<string, (node: Syntax, kids: Syntax[], source: Source) => Node>} */
const statements = {
  ExpressionStatement: (node, kids, source) => made(node, source, 'Expr', { value: many(kids, source, expression) }),
  AssignStatement: assignment,
  UpdateStatement(node, kids, source) {
    const at = kids.findIndex((one) => one.name === 'UpdateOp');
    return made(node, source, 'AugAssign', {
      target: assignable(many(kids.slice(0, at), source, expression), source, 'augment'),
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
      target: assignable(many(kids.slice(1, within), source, expression), source, 'bind'),
      iter: many(kids.slice(within + 1, body), source, expression),
      body: bodyOf(kids[body], source),
      otherwise: kids[body + 2] ? bodyOf(kids[body + 2], source) : [],
    });
  },
  WithStatement(node, kids, source) {
    if (kids[0].name === 'async') throw outside(source, node.from, 'async with', 'with works');
    const list = commaParts(kids.slice(1, -1)).map((part) => {
      const as = part.findIndex((one) => one.name === 'as');
      const target = as < 0 ? null : assignable(many(part.slice(as + 1), source, expression), source, 'bind');
      return { context: expression(part[0], source), target };
    });
    return made(node, source, 'With', { items: list, body: bodyOf(kids[kids.length - 1], source) });
  },
  TryStatement: attempt,
  RaiseStatement(node, kids, source) {
    if (kids[2]?.name === ',') throw syntaxError(source, node.from, 'invalid syntax');
    const from = kids.findIndex((one) => one.name === 'from');
    return made(node, source, 'Raise', {
      error: kids[1] ? expression(kids[1], source) : null,
      cause: from < 0 ? null : expression(kids[from + 1], source),
    });
  },
  AssertStatement(node, kids, source) {
    if (kids.length > 4) throw syntaxError(source, node.from, 'invalid syntax');
    const [, test, , message] = kids;
    return made(node, source, 'Assert', {
      test: expression(test, source),
      message: message ? expression(message, source) : null,
    });
  },
  DeleteStatement: (node, kids, source) =>
    made(node, source, 'Delete', {
      targets: items(kids.slice(1), source, (one) => assignable(expression(one, source), source, 'delete')),
    }),
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
  const act = annotation === undefined ? 'assign' : 'annotate';
  const targets = lefts.map((side) => {
    if (side[0].name === '*' && side.length === 2)
      throw syntaxError(source, node.from, 'starred assignment target must be in a list or tuple');
    return assignable(many(side, source, expression), source, act, lefts.length > 1);
  });
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
      const bare = result.handlers.find((/** @type {any} */ one) => one.type === null);
      if (bare) throw syntaxError(source, source.starts[bare.line - 1], "default 'except:' must be last");
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
  const result = made(node, source, 'ClassDef', {
    name: source.slice(kids[1]),
    bases: args,
    keywords,
    body: bodyOf(kids[kids.length - 1], source),
    decorators,
  });
  return keptApart(result, source.slice(node));
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

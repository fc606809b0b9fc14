// Which variables a function, a class or a comprehension has, and where a name is found.

import { syntaxError } from '../syntax/problems.js';

/** @typedef {{ kind: 'local', index: number } | { kind: 'outer', depth: number, index: number } | { kind: 'global' } | { kind: 'class' }} Place */

/** A region of the source with variables of its own. */
export class Scope {
  /** @type {Map<string, number>} */ names = new Map();
  /** @type {Set<string>} */ globals = new Set();
  /** @type {Set<string>} */ nonlocals = new Set();
  /** Names read so far. @type {Set<string>} */ used = new Set();
  /** How many of its names are parameters. */ parameters = 0;
  /** Whether it has a `yield`. */ isGenerator = false;

  /** @param {'module' | 'function' | 'class' | 'comprehension'} kind @param {Scope | null} parent */
  constructor(kind, parent) {
    this.kind = kind;
    this.parent = parent;
  }

  /** @param {string} name */
  add(name) {
    if (this.globals.has(name) || this.nonlocals.has(name)) return;
    if (!this.names.has(name)) this.names.set(name, this.names.size);
  }

  /** A variable that no program can name. */
  hidden() {
    const name = `.${this.names.size}`;
    this.names.set(name, this.names.size);
    return this.names.size - 1;
  }

  /** @param {string} name @returns {Place} */
  place(name) {
    if (this.kind === 'module' || this.globals.has(name)) return { kind: 'global' };
    if (this.kind === 'class' && this.names.has(name)) return { kind: 'class' };
    const own = this.names.get(name);
    if (own !== undefined) return { kind: 'local', index: own };
    return this.outer(name);
  }

  /** Where it is around this one. @param {string} name @returns {Place} */
  outer(name) {
    let depth = 0;
    for (let scope = /** @type {Scope | null} */ (this); scope; scope = scope.parent, depth++) {
      if (depth === 0 || scope.kind === 'class') continue;
      if (scope.kind === 'module') break;
      if (scope.globals.has(name)) break;
      const index = scope.names.get(name);
      if (index !== undefined) return { kind: 'outer', depth, index };
    }
    return { kind: 'global' };
  }
}

/** The names that a target binds. @param {any} node @param {(name: string) => void} bind */
function bindTarget(node, bind) {
  if (node.kind === 'Name') bind(node.id);
  else if (node.kind === 'Starred') bindTarget(node.value, bind);
  else if (node.kind === 'Tuple' || node.kind === 'List') for (const one of node.elts) bindTarget(one, bind);
}

/**
 * Finds the variables that statements or an expression bind in a scope; what stands in functions within is theirs.
 * @param {any} node a node or a list of them
 * @param {Scope} scope
 * @param {import('../syntax/problems.js').Source} source
 */
export function collect(node, scope, source) {
  if (Array.isArray(node)) {
    for (const one of node) collect(one, scope, source);
    return;
  }
  if (
    node === null ||
    typeof node !== 'object' ||
    (node.kind === undefined && !('body' in node || 'iter' in node || 'value' in node || 'context' in node))
  )
    return;
  declare(node, scope, source);
  const isInner = node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda';
  const isComprehension = /Comp$|^GeneratorExp$/.test(node.kind ?? '');
  if (isComprehension) {
    collect(node.generators[0].iter, scope, source);
    collectWalrus(node, scope, source, []);
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (isInner && (key === 'body' || key === 'parameters')) continue;
    if (value !== null && typeof value === 'object') collect(value, scope, source);
  }
  if (node.parameters)
    for (const one of [...node.parameters.positional, ...node.parameters.byName])
      if (one.fallback) collect(one.fallback, scope, source);
}

/** @typedef {{ targets: Set<string>, walrus: Set<string> }} Loop the names that a comprehension binds: for itself, and around it */

/** A walrus in a comprehension binds around it. @param {any} node @param {Scope} scope @param {import('../syntax/problems.js').Source} source @param {Loop[]} loops of the comprehensions around, the innermost last */
function collectWalrus(node, scope, source, loops) {
  if (node === null || typeof node !== 'object' || node.kind === 'Lambda') return;
  if (/Comp$|^GeneratorExp$/.test(node.kind ?? '')) {
    collectLoop(node, scope, source, loops);
    return;
  }
  if (node.kind === 'NamedExpr') {
    const refused = (/** @type {string} */ why) => syntaxError(source, node.from, `assignment expression ${why}`);
    if (loops.some(({ targets }) => targets.has(node.id)))
      throw refused(`cannot rebind comprehension iteration variable '${node.id}'`);
    if (scope.kind === 'class') throw refused('within a comprehension cannot be used in a class body');
    for (const { walrus } of loops) walrus.add(node.id);
    scope.add(node.id);
  }
  for (const value of Object.values(node)) collectWalrus(value, scope, source, loops);
}

/** @param {any} node a comprehension @param {Scope} scope @param {import('../syntax/problems.js').Source} source @param {Loop[]} loops */
function collectLoop({ generators, elt, key, value }, scope, source, loops) {
  const own = { targets: new Set(), walrus: new Set() };
  const around = [...loops, own];
  for (const { target, iter, ifs } of generators) {
    refuseWalrus(iter, source);
    bindTarget(target, (name) => {
      if (own.walrus.has(name))
        throw syntaxError(
          source,
          target.from,
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
        );
      own.targets.add(name);
    });
    collectWalrus(iter, scope, source, around);
    collectWalrus(ifs, scope, source, around);
  }
  for (const one of [key, value, elt]) collectWalrus(one, scope, source, around);
}

/** @param {any} node what a comprehension iterates over @param {import('../syntax/problems.js').Source} source */
function refuseWalrus(node, source) {
  if (node === null || typeof node !== 'object') return;
  if (node.kind === 'NamedExpr')
    throw syntaxError(source, node.from, 'assignment expression cannot be used in a comprehension iterable expression');
  for (const value of Object.values(node)) refuseWalrus(value, source);
}

/** @param {any} node @param {Scope} scope @param {import('../syntax/problems.js').Source} source */
function declare(node, scope, source) {
  const bind = (/** @type {string} */ name) => scope.add(name);
  switch (node.kind) {
    case 'Assign':
      for (const one of node.targets) bindTarget(one, bind);
      break;
    case 'AugAssign':
    case 'AnnAssign':
    case 'For':
      bindTarget(node.target, bind);
      break;
    case 'NamedExpr':
      bind(node.id);
      break;
    case 'Name':
      scope.used.add(node.id);
      break;
    case 'With':
      for (const { target } of node.items) if (target) bindTarget(target, bind);
      break;
    case 'Try':
      for (const { name } of node.handlers) if (name) bind(name);
      break;
    case 'Delete':
      for (const one of node.targets) bindTarget(one, bind);
      break;
    case 'FunctionDef':
    case 'ClassDef':
      bind(node.bound ?? node.name);
      break;
    case 'Import':
      for (const { name, as } of node.names) bind(as ?? name.split('.')[0]);
      break;
    case 'ImportFrom':
      if (node.names[0].name === '*' && scope.kind !== 'module')
        throw syntaxError(source, node.from, 'import * only allowed at module level');
      for (const { name, as } of node.names) if (name !== '*') bind(as ?? name);
      break;
    case 'Global':
    case 'Nonlocal':
      declareOuter(node, scope, source);
      break;
    case 'Yield':
    case 'YieldFrom':
      if (scope.kind !== 'function') throw syntaxError(source, node.from, "'yield' outside function");
      scope.isGenerator = true;
      break;
    default:
  }
}

/** @param {any} node @param {Scope} scope @param {import('../syntax/problems.js').Source} source */
function declareOuter(node, scope, source) {
  const word = node.kind.toLowerCase();
  for (const name of node.names) {
    const own = scope.names.get(name);
    if (own !== undefined && scope.kind !== 'module')
      throw syntaxError(
        source,
        node.from,
        `name '${name}' is ${own < scope.parameters ? `parameter and ${word}` : `assigned to before ${word} declaration`}`,
      );
    if (scope.used.has(name))
      throw syntaxError(source, node.from, `name '${name}' is used prior to ${word} declaration`);
    if (word === 'global') scope.globals.add(name);
    else {
      if (scope.kind === 'module')
        throw syntaxError(source, node.from, 'nonlocal declaration not allowed at module level');
      scope.nonlocals.add(name);
      if (scope.outer(name).kind !== 'outer')
        throw syntaxError(source, node.from, `no binding for nonlocal '${name}' found`);
    }
  }
}

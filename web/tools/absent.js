// Writes web/torch/arguments/absent_names.js: the names of PyTorch that torchlet lacks, from those that tests/reference/names.json recorded.
// `node web/tools/absent.js`, after a name was added.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import torch from '../index.js';
import { project } from './modules.js';

const { names, modules } = JSON.parse(readFileSync(join(project, 'tests/reference/names.json'), 'utf8'));
const { nn, optim } = torch;
/** @type {Record<string, object>} */
const ours = {
  torch,
  Tensor: torch.Tensor.prototype,
  nn,
  F: nn.functional,
  optim,
  init: nn.init,
  Module: nn.Module.prototype,
  lr_scheduler: optim.lr_scheduler,
  utils: nn.utils,
  linalg: torch.linalg,
  data: torch.utils.data,
};
/** Where a name is, in letters. @type {Record<string, string>} */
const letters = {
  torch: 't',
  Tensor: 'x',
  nn: 'n',
  F: 'f',
  optim: 'o',
  init: 'i',
  Module: 'm',
  lr_scheduler: 's',
  utils: 'u',
  linalg: 'l',
  data: 'd',
};
/** What a class has by other means than methods. */
const others = ['shape', 'dtype', 'storage'];

/** @type {Map<string, string>} */ const places = new Map();
for (const [space, list] of Object.entries(names)) {
  for (const name of list) {
    const isOurs = name in ours[space] && !(/** @type {any} */ (ours[space])[name]?.isAbsent);
    if (!isOurs && !others.includes(name)) places.set(name, (places.get(name) ?? '') + letters[space]);
  }
}
for (const name of modules) if (!(name in torch)) places.set(name, `${places.get(name) ?? ''}M`);

/** @type {Map<string, string[]>} */ const groups = new Map();
for (const [name, where] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
  // #: 1, 2 and 3.
  const family = name.replace(/[123](?=d)/, '#');
  const isFamily = family !== name && [1, 2, 3].every((n) => places.get(family.replace('#', String(n))) === where);
  if (isFamily && !name.includes('1d')) continue;
  const isPair = name.endsWith('_') && places.get(name.slice(0, -1)) === where;
  if (isPair) continue;
  const shown = places.get(`${name}_`) === where ? `${name}*` : isFamily ? family : name;
  groups.set(where, [...(groups.get(where) ?? []), shown]);
}
const text = [...groups].map(([where, list]) => `${where} ${list.join(' ')}`).join(';');
writeFileSync(
  join(project, 'web/torch/arguments/absent_names.js'),
  `// Written by web/tools/absent.js: PyTorch's names that torchlet lacks, by where they are; a star: also with an
// underscore behind; #: with 1, 2 and 3.
export const absentNames =
  '${text}';
`,
);

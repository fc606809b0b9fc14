// Texts in a figure: escaped, and the little of TeX that titles have, with raised and lowered parts.

const entities = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' });
/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"]/g, (one) => entities[one]);

/** @type {Record<string, string>} */
const symbols = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  cdot: '·',
  times: '×',
  pm: '±',
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  ne: '≠',
  approx: '≈',
  infty: '∞',
  partial: '∂',
  nabla: '∇',
  sum: '∑',
  prod: '∏',
  int: '∫',
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  in: '∈',
  ldots: '…',
  dots: '…',
  quad: '  ',
  ',': ' ',
  ' ': ' ',
  '{': '{',
  '}': '}',
  '%': '%',
  '\\': ' ',
  left: '',
  right: '',
  mathrm: '',
  text: '',
  mathbf: '',
  rm: '',
  operatorname: '',
  prime: '′',
};

/** A part of a formula in braces, or its one sign. @param {string} tex @param {number} at @returns {[inner: string, end: number]} */
function group(tex, at) {
  if (tex[at] === '\\') {
    const [name] = /^\\([a-zA-Z]+|.)/.exec(tex.slice(at)) ?? ['\\'];
    return [name, at + name.length];
  }
  if (tex[at] !== '{') return [tex[at] ?? '', at + 1];
  let depth = 0;
  for (let i = at; i < tex.length; i++) {
    if (tex[i] === '{') depth++;
    if (tex[i] === '}' && --depth === 0) return [tex.slice(at + 1, i), i + 1];
  }
  return [tex.slice(at + 1), tex.length];
}

/** @typedef {{ text: string, level: number }} Part of a text; level: 1 raised, -1 lowered */

/** @param {string} tex @param {number} level @returns {Part[]} */
function partsOfFormula(tex, level) {
  /** @type {Part[]} */ const parts = [];
  for (let i = 0; i < tex.length; ) {
    const sign = tex[i];
    if (sign === '^' || sign === '_') {
      const [inner, end] = group(tex, i + 1);
      parts.push(...partsOfFormula(inner, sign === '^' ? 1 : -1));
      i = end;
    } else if (sign === '\\') {
      const [, name] = /^\\([a-zA-Z]+|.)/.exec(tex.slice(i)) ?? ['', ''];
      i += name.length + 1;
      if (name === 'frac' || name === 'dfrac') {
        const [above, middle] = group(tex, i);
        const [below, end] = group(tex, middle);
        const wrap = (/** @type {string} */ part) => (part.length > 1 ? `(${part})` : part);
        parts.push(...partsOfFormula(wrap(above), level), { text: '/', level }, ...partsOfFormula(wrap(below), level));
        i = end;
      } else if (name === 'sqrt') {
        const [inner, end] = group(tex, i);
        parts.push({ text: '√(', level }, ...partsOfFormula(inner, level), { text: ')', level });
        i = end;
      } else parts.push({ text: symbols[name] ?? name, level });
    } else {
      if (sign !== '{' && sign !== '}') parts.push({ text: sign === '-' ? '−' : sign === "'" ? '′' : sign, level });
      i++;
    }
  }
  return parts;
}

/** A text with formulas between dollar signs. @param {string} text @returns {Part[]} */
export function partsOf(text) {
  const pieces = text.split('$');
  if (pieces.length < 3 || pieces.length % 2 === 0) return [{ text: text.replace(/\\\$/g, '$'), level: 0 }];
  return pieces.flatMap((piece, i) => (i % 2 === 0 ? [{ text: piece, level: 0 }] : partsOfFormula(piece, 0)));
}

/** The same without raised and lowered parts. @param {string} text */
export const plain = (text) =>
  partsOf(text)
    .map((part) => part.text)
    .join('');

/** The inside of a <text>, raised and lowered parts smaller. @param {string} text @param {number} size in pixels */
export function content(text, size) {
  let level = 0;
  let out = '';
  for (const part of partsOf(text)) {
    if (part.text === '') continue;
    const shift = (level - part.level) * size * 0.35;
    level = part.level;
    const small = part.level === 0 ? '' : ` font-size="${(size * 0.72).toFixed(1)}"`;
    out +=
      shift === 0 && small === ''
        ? escaped(part.text)
        : `<tspan dy="${shift.toFixed(1)}"${small}>${escaped(part.text)}</tspan>`;
  }
  return out;
}

/** About how wide a text is, in pixels: letters differ from font to font. @param {string} text @param {number} size */
export const widthOf = (text, size) => plain(text).length * size * 0.6;

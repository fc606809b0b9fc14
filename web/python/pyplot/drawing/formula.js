// The little of TeX that titles have, as letters and signs with raised, lowered and slanted parts.

/** @param {string} text pairs of a name and its sign */
const table = (text) =>
  Object.fromEntries(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('=')),
  );

/** @type {Record<string, string>} */
const symbols = {
  ...table(`alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ pi=π rho=ρ
    sigma=σ tau=τ upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Phi=Φ Psi=Ψ
    Omega=Ω cdot=· times=× div=÷ pm=± mp=∓ leq=≤ le=≤ leqslant=≤ geq=≥ ge=≥ geqslant=≥ neq=≠ ne=≠ ll=≪ gg=≫ approx=≈ sim=∼
    simeq=≃ equiv=≡ propto=∝ infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ to=→ rightarrow=→ leftarrow=← Rightarrow=⇒ mapsto=↦
    leftrightarrow=↔ uparrow=↑ downarrow=↓ in=∈ notin=∉ subset=⊂ cup=∪ cap=∩ forall=∀ exists=∃ ldots=… dots=… cdots=⋯ prime=′
    circ=∘ odot=⊙ otimes=⊗ oplus=⊕ ast=∗ star=⋆ mid=| vert=| Vert=‖ ell=ℓ hbar=ℏ langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ lceil=⌈
    rceil=⌉ degree=° neg=¬ {={ }=} %=% _=_ #=# &=& |=‖`),
  $: '$',
  quad: '\u2003',
  qquad: '\u2003\u2003',
  ',': '\u2009',
  ';': '\u2005',
  ':': '\u2005',
  '!': '',
  ' ': ' ',
  '\\': ' ',
  left: '',
  right: '',
  displaystyle: '',
  limits: '',
};
/** Over a letter. @type {Record<string, string>} */
const accents = table(
  'hat=\u0302 widehat=\u0302 bar=\u0304 overline=\u0305 tilde=\u0303 dot=\u0307 ddot=\u0308 vec=\u20d7',
);
/** @type {Record<string, string>} */
const upright = table(
  'mathrm=1 text=1 rm=1 operatorname=1 mathsf=1 mathtt=1 textbf=b mathbf=b boldsymbol=b bf=b textrm=1',
);
/** @type {Record<string, string>} */
const doubled = table('R=ℝ N=ℕ Z=ℤ E=𝔼 P=ℙ C=ℂ Q=ℚ L=ℒ B=ℬ F=ℱ H=ℋ');

/** @typedef {{ text: string, rise: number, scale: number, isItalic: boolean, isBold: boolean }} Part rise and scale in the text's size */
/** @typedef {Omit<Part, 'text'>} Look */

/** A part of a formula in braces, or its one sign. @param {string} tex @param {number} at @returns {[inner: string, end: number]} */
function group(tex, at) {
  while (tex[at] === ' ') at++;
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

/** What stands in brackets unless it is short. @param {string} part */
const wrapped = (part) => (kShort.test(part.trim()) ? part : `(${part})`);
const kShort = /^(\\[a-zA-Z]+|.|[\d.]+)([\^_](\w|\{[^{}]*\}))*$|^\\[a-zA-Z]+\{[^{}]*\}$/u;

/** Signs that stand apart from both sides, and those between two operands. */
const kRelations = /^[=<>≤≥≪≫≠≈∼≃≡∝→←⇒↦↔∈∉⊂]$/;
const kOperations = /^[+−±∓×÷·∗∘⊙⊗⊕∪∩]$/;

/** A sign with the room that TeX gives it. @param {string} sign @param {Part[]} before @param {Look} look */
function spaced(sign, before, { scale }) {
  if (scale < 1) return sign;
  if (sign === ',') return ', ';
  const last = before.at(-1)?.text.at(-1) ?? '';
  const isBetween = last !== '' && !/[([{=<>≤≥≈→,+−×·/|∣⟨ ]/.test(last);
  return kRelations.test(sign) || (kOperations.test(sign) && isBetween) ? ` ${sign} ` : sign;
}

/** A command with what it takes. @param {string} name @param {string} tex @param {number} at behind its name @param {Look} look @returns {[Part[], number]} */
function command(name, tex, at, look) {
  const one = (/** @type {string} */ text) => [{ ...look, isItalic: false, text }];
  if (/^[dt]?frac$/.test(name)) {
    const [above, middle] = group(tex, at);
    const [below, end] = group(tex, middle);
    return [[...formula(wrapped(above), look), ...one('/'), ...formula(wrapped(below), look)], end];
  }
  if (name === 'sqrt') {
    const [inner, end] = group(tex, at);
    const root = wrapped(inner);
    return [[...one('√'), ...formula(root, look)], end];
  }
  if (Object.hasOwn(accents, name) || name === 'mathbb' || name === 'mathcal') {
    const [inner, end] = group(tex, at);
    if (!Object.hasOwn(accents, name)) return [one(doubled[inner] ?? inner), end];
    const parts = formula(inner, look);
    const last = parts.at(-1);
    if (last) last.text += accents[name];
    return [parts, end];
  }
  if (Object.hasOwn(upright, name)) {
    if (tex[at] !== '{') return [[], at];
    const [inner, end] = group(tex, at);
    const isBold = upright[name] === 'b' || look.isBold;
    if (name.startsWith('text')) return [[{ ...look, isItalic: false, isBold, text: inner }], end];
    return [formula(inner, { ...look, isBold }).map((part) => ({ ...part, isItalic: false })), end];
  }
  const sign = symbols[name];
  return [[{ ...look, isItalic: sign !== undefined && /[α-ωϕϵ]/.test(sign), text: sign ?? name }], at];
}

/** @param {string} tex @param {Look} look @returns {Part[]} */
function formula(tex, look) {
  /** @type {Part[]} */ const parts = [];
  for (let i = 0; i < tex.length; ) {
    const sign = tex[i];
    if (sign === '^' || sign === '_') {
      const [inner, end] = group(tex, i + 1);
      const rise = look.rise + (sign === '^' ? 0.38 : -0.18) * look.scale;
      parts.push(...formula(inner, { ...look, rise, scale: look.scale * 0.72 }));
      i = end;
    } else if (sign === '\\') {
      const [, name] = /^\\([a-zA-Z]+|.)/.exec(tex.slice(i)) ?? ['', ''];
      const [own, end] = command(name, tex, i + name.length + 1, look);
      parts.push(...(own.length === 1 ? [{ ...own[0], text: spaced(own[0].text, parts, look) }] : own));
      i = end;
    } else {
      if (sign !== '{' && sign !== '}' && sign !== ' ') {
        const text = sign === '-' ? '−' : sign === "'" ? '′' : sign;
        parts.push({ ...look, isItalic: /[a-zA-Z]/.test(sign), text: spaced(text, parts, look) });
      }
      i++;
    }
  }
  return parts;
}

const kPlain = { rise: 0, scale: 1, isItalic: false, isBold: false };

/** A text with formulas between dollar signs. @param {string} text @returns {Part[]} neighbours that look alike are one */
export function partsOf(text) {
  const pieces = text.split(/(?<!\\)\$/);
  const isPlain = pieces.length < 3 || pieces.length % 2 === 0;
  if (isPlain) return [{ ...kPlain, text: text.replace(/\\\$/g, '$') }];
  const all = pieces.flatMap((piece, i) =>
    i % 2 === 0 ? [{ ...kPlain, text: piece.replace(/\\\$/g, '$') }] : formula(piece, kPlain),
  );
  /** @type {Part[]} */ const merged = [];
  for (const part of all.filter(({ text: own }) => own !== '')) {
    const last = merged.at(-1);
    const isAlike =
      last &&
      ['rise', 'scale', 'isItalic', 'isBold'].every(
        (key) => /** @type {any} */ (last)[key] === /** @type {any} */ (part)[key],
      );
    if (last && isAlike) last.text += part.text;
    else merged.push({ ...part });
  }
  return merged;
}

/** The same without raised and lowered parts. @param {string} text */
export const plain = (text) =>
  partsOf(text)
    .map((part) => part.text)
    .join('');

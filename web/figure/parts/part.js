// What the elements have in common: a shadow tree whose style follows them into other documents.
import { LitElement, unsafeCSS } from 'lit';

/** @typedef {import('lit').CSSResult} CSSResult */

/** Sheets belong to a document: one of each style in each. @type {WeakMap<Document, Map<CSSResult, CSSStyleSheet>>} */
const sheets = new WeakMap();

/** @param {CSSResult} style @param {Document} owner @param {typeof globalThis} view its window */
function sheetOf(style, owner, view) {
  const known = sheets.get(owner) ?? new Map();
  sheets.set(owner, known);
  let sheet = known.get(style);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(style.cssText);
    known.set(style, sheet);
  }
  return sheet;
}

/**
 * Puts styles on a shadow tree in a document that may not be the one of this script. A document without a window shows nothing,
 * and takes no sheet.
 * @param {ShadowRoot} root
 * @param {CSSResult[]} styles
 */
function dress(root, styles) {
  const owner = root.ownerDocument;
  const view = /** @type {(Window & typeof globalThis) | null} */ (owner.defaultView);
  if (view) root.adoptedStyleSheets = styles.map((style) => sheetOf(style, owner, view));
}

/** What readers have set as their size of text: no page's style changes that. In pixels; 0 until it is asked for. */
let medium = 0;

function mediumSize() {
  if (medium > 0) return medium;
  // On a server nothing is shown.
  if (typeof getComputedStyle === 'undefined') return 16;
  const probe = document.createElement('span');
  // By the object model, as a strict policy wants it; monospaced text would have a medium size of its own.
  probe.style.font = 'medium serif';
  document.documentElement.append(probe);
  medium = Number.parseFloat(getComputedStyle(probe).fontSize) || 16;
  probe.remove();
  return medium;
}

/** @type {Map<CSSResult, CSSResult>} */
const settled = new Map();

/**
 * A style whose rem is the reader's size. Pages set the size of their root for sums of their own (62.5 %, 125 %): by it a figure's
 * text would be too small to read, or too large for its boxes.
 * @param {CSSResult} style
 */
function settle(style) {
  const known = settled.get(style);
  if (known) return known;
  const text = style.cssText.replace(/([\d.]+)rem\b/g, (_, count) => `${Number(count) * mediumSize()}px`);
  const made = unsafeCSS(text);
  settled.set(style, made);
  return made;
}

/** A Lit element that can be adopted by another document. */
export class Part extends LitElement {
  /** @param {import('lit').CSSResultGroup} [styles] */
  static finalizeStyles(styles) {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class that is asked, which a subclass may be
    return super.finalizeStyles(styles).map((style) => settle(/** @type {CSSResult} */ (style)));
  }

  #styles() {
    return /** @type {CSSResult[]} */ (/** @type {typeof LitElement} */ (this.constructor).elementStyles);
  }

  createRenderRoot() {
    // Lit's own sheets are those of the document that the script runs in.
    if (this.ownerDocument === document) return super.createRenderRoot();
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    dress(root, this.#styles());
    return root;
  }

  /** Moving to another document takes the sheets away. */
  adoptedCallback() {
    if (this.shadowRoot) dress(this.shadowRoot, this.#styles());
  }
}

// What the elements have in common: a shadow tree whose style follows them into other documents.
import { LitElement } from 'lit';

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

/** A Lit element that can be adopted by another document. */
export class Part extends LitElement {
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

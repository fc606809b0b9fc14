// What Lit asks for while it is loaded, where there is no page: the element's builds take these for the names themselves.
// Loading then succeeds on a server, which can hand the tags on as they are.
export const HTMLElement = globalThis.HTMLElement ?? class {};
export const document =
  globalThis.document ?? /** @type {any} */ ({ createTreeWalker: () => ({}), createComment: () => ({}) });
export const CSSStyleSheet = globalThis.CSSStyleSheet ?? class {};

/**
 * A maker of policies for one who may have none: where a page's policy names those that it allows, but asks for no trusted values,
 * plain text is taken too.
 * @param {any} own
 */
const lenient = (own) => ({
  emptyScript: own.emptyScript,
  createPolicy(/** @type {string} */ name, /** @type {object} */ rules) {
    try {
      return own.createPolicy(name, rules);
    } catch {
      return rules;
    }
  },
});
const types = /** @type {any} */ (globalThis).trustedTypes;
const maker = types && lenient(types);
/** Lit finds the maker here, and all else where it is. */
const scope = types
  ? new Proxy(globalThis, { get: (own, key) => (key === 'trustedTypes' ? maker : Reflect.get(own, key)) })
  : globalThis;

export { scope as globalThis };

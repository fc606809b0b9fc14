// What Lit asks for while it is loaded, where there is no page: the element's builds take these for the names themselves.
// Loading then succeeds on a server, which can hand the tags on as they are.
export const HTMLElement = globalThis.HTMLElement ?? class {};
export const document =
  globalThis.document ?? /** @type {any} */ ({ createTreeWalker: () => ({}), createComment: () => ({}) });
export const CSSStyleSheet = globalThis.CSSStyleSheet ?? class {};

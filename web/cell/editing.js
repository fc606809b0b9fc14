// The editor of a cell: CodeMirror, which is loaded when a reader first edits.

/**
 * @typedef {{ set: (text: string) => void, close: () => void }} Editor
 * @typedef {{ changed: (text: string) => void, run: () => void }} Told
 */

/**
 * @param {Element} room in a shadow tree
 * @param {string} source
 * @param {Told} told
 * @returns {Promise<Editor>}
 */
export async function openEditor(room, source, told) {
  const { editorIn } = await import('./editor.js');
  return editorIn(room, source, told);
}

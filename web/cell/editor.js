// CodeMirror 6 in a cell's shadow tree: Python, its colours, Shift+Enter runs.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

/** In the cell's own colours and letters. */
const look = EditorView.theme({
  '&': { backgroundColor: 'var(--raised)', color: 'var(--ink)', fontSize: '0.875rem' },
  '.cm-content': { padding: '0.75rem 0', fontFamily: 'var(--mono)', caretColor: 'var(--accent)' },
  '.cm-scroller': { background: 'var(--more-beside-raised)' },
  '.cm-line': { padding: '0 1rem', lineHeight: '1.35rem' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
});

/**
 * @param {Element} room
 * @param {string} source
 * @param {import('./editing.js').Told} told
 * @returns {import('./editing.js').Editor}
 */
export function editorIn(room, source, { changed, run }) {
  const runs = {
    key: 'Shift-Enter',
    run: () => {
      run();
      return true;
    },
  };
  let isOwn = true;
  const view = new EditorView({
    parent: room,
    root: /** @type {ShadowRoot} */ (room.getRootNode()),
    state: EditorState.create({
      doc: source,
      extensions: [
        history(),
        drawSelection(),
        bracketMatching(),
        indentUnit.of('    '),
        python(),
        syntaxHighlighting(classHighlighter),
        // Tab goes on to the next control after Escape, as CodeMirror does it.
        keymap.of([runs, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ 'aria-label': 'Python; Shift+Enter runs it, Escape then Tab leaves it' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && isOwn) changed(update.state.doc.toString());
        }),
        look,
      ],
    }),
  });
  view.focus();
  return {
    set(text) {
      if (text === view.state.doc.toString()) return;
      isOwn = false;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      isOwn = true;
    },
    close: () => view.destroy(),
  };
}

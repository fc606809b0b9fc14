// Points that a reader sets, as a text; the picture takes them by a pointer.
import { readPoints, writePoints } from '../../state/points.js';
import { textField } from './fields.js';

/** @param {import('../view.js').View} view */
export const pointsField = (view) =>
  textField(
    view,
    'own points',
    typeof view.wanted.data === 'string' ? '' : writePoints(view.wanted.data),
    (text) => {
      if (text.trim() === '') return {};
      const { points, problem } = readPoints(text);
      return problem ? { problem } : { patch: { data: points } };
    },
    'x,y,class;x,y,class with a class of 0 or 1',
  );

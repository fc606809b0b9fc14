// A text as a program describes it: its words and how they look. Titles, names of axes and ticks, notes.

/** matplotlib's names of sizes, in points. @type {Record<string, number>} */
export const kSizes = {
  'xx-small': 5.79,
  'x-small': 6.94,
  smaller: 8.33,
  small: 8.33,
  medium: 10,
  large: 12,
  larger: 12,
  'x-large': 14.4,
  'xx-large': 17.28,
};

export class Writing {
  /** In points; null for the usual one. @type {number | null} */ size = null;
  /** @type {string | null} */ color = null;
  /** @type {'left' | 'center' | 'right' | null} */ horizontal = null;
  /** @type {'top' | 'center' | 'baseline' | 'bottom' | 'center_baseline' | null} */ vertical = null;
  /** In degrees, against the clock. @type {number | null} */ rotation = null;
  /** Where on its figure, from below. @type {number | null} */ y = null;
  isBold = false;
  isItalic = false;
  isMono = false;
  isVisible = true;
  /** In points, to what it belongs to. @type {number | null} */ pad = null;
  /** What stands behind it. @type {{ face: string, edge: string, alpha: number, pad: number, isRound: boolean } | null} */ box =
    null;

  constructor(text = '') {
    this.text = text;
  }
}

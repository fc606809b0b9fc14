// Rooms that styles keep for what is not drawn yet, by the width that there is.

/** One length from a width on, another one below it. @param {string} width @param {string} from @param {string} below */
export const from = (width, from, below) => `clamp(${from}, (${width} - 100%) * 999 + ${from}, ${below})`;

/** A room above which nothing stands: a float of no width, beside which what stands between the tags flows as before. @param {string} height */
export const room = (height) => `content: ''; float: left; width: 0; height: 0; padding-top: calc(${height});`;

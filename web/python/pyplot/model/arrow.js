// The outline of a broad arrow: of those that axes draw in data and of those that notes have in pixels.

/**
 * @param {{ x: number, y: number, dx: number, dy: number }} base where it begins, and which way it points: of length 1
 * @param {number} body half its width @param {number} head half its head's @param {number} neck where that begins @param {number} end
 * @returns {[x: number, y: number][]}
 */
export const arrowCorners = ({ x, y, dx, dy }, body, head, neck, end) =>
  [
    [0, body],
    [neck, body],
    [neck, head],
    [end, 0],
    [neck, -head],
    [neck, -body],
    [0, -body],
  ].map(([along, aside]) => [x + along * dx - aside * dy, y + along * dy + aside * dx]);

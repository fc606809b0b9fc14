// Losses as a short text: in units of 5e-7, second differences (a smooth curve's are small), zigzag, 7 bits a byte, base64.

/** Half of it is the error: an eighth of the 2e-6 to which losses are compared. 1e-7 took 3 kB more. */
const kUnit = 5e-7;
/** What stands for inf and NaN: no loss is negative. */
const kBroken = -1;

/** @param {readonly (number | string)[]} losses */
export function packed(losses) {
  /** @type {number[]} */ const bytes = [];
  let [before, slope] = [0, 0];
  for (const loss of losses) {
    const value = Number.isFinite(Number(loss)) ? Math.round(Number(loss) / kUnit) : kBroken;
    const change = value - before - slope;
    let left = change < 0 ? -2 * change - 1 : 2 * change;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push(128 + (left % 128));
    bytes.push(left);
    [before, slope] = [value, value - before];
  }
  return btoa(String.fromCharCode(...bytes));
}

/** @param {string} text @returns {Float64Array} losses; NaN where one was not finite */
export function unpacked(text) {
  const bytes = atob(text);
  /** @type {number[]} */ const losses = [];
  let [before, slope, left, scale] = [0, 0, 0, 1];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i);
    left += (byte % 128) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    const value = before + slope + (left % 2 === 1 ? -(left + 1) / 2 : left / 2);
    losses.push(value === kBroken ? Number.NaN : value * kUnit);
    [before, slope, left, scale] = [value, value - before, 0, 1];
  }
  return Float64Array.from(losses);
}

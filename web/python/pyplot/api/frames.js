// The grid of axes, and axis(): whether they are seen, their limits and proportions at once.
import { raised, Tuple } from '../../host/protocol.js';
import { lineStyle } from '../model/line_format.js';
import { numbers } from '../model/values.js';
import { limits } from './directions.js';
import { color, isGiven, looks, number } from './keywords.js';

/**
 * @typedef {import('../model/axes.js').Axes} Axes
 * @typedef {Map<string, any>} Keywords
 */

const gridKnown = 'visible which axis alpha linestyle color linewidth b zorder dashes'.split(' ');

/** @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function grid(axes, args, keywords) {
  const look = looks('grid', keywords, gridKnown);
  const which = args[1] ?? look.which ?? 'major';
  const axis = args[2] ?? look.axis ?? 'both';
  if (!['major', 'minor', 'both'].includes(which))
    throw raised(
      'ValueError',
      `'${which}' is not a valid value for which; supported values are 'major', 'minor', 'both'`,
    );
  if (!['x', 'y', 'both'].includes(axis))
    throw raised('ValueError', `'${axis}' is not a valid value for axis; supported values are 'x', 'y', 'both'`);
  const styled = [...keywords.keys()].some((key) => !['visible', 'which', 'axis', 'b'].includes(key));
  const asked = args[0] ?? look.visible ?? look.b;
  for (const isMinor of which === 'both' ? [false, true] : [which === 'minor']) {
    const has = axes.grids.some(
      (one) => one.isMinor === isMinor && (axis === 'both' || one.axis === 'both' || one.axis === axis),
    );
    const isOn = isGiven(asked) ? asked !== false && asked !== 'off' : styled || !has;
    // One of a direction gives way to a new one; the other direction's stays.
    axes.grids = axes.grids.flatMap((one) => {
      if (one.isMinor !== isMinor || (one.axis !== 'both' && axis !== 'both' && one.axis !== axis)) return [one];
      return one.axis === 'both' && axis !== 'both'
        ? [{ ...one, axis: axis === 'x' ? /** @type {const} */ ('y') : /** @type {const} */ ('x') }]
        : [];
    });
    if (!isOn) continue;
    axes.grids.push({
      axis,
      isMinor,
      alpha: number(look.alpha, 1),
      style: look.linestyle === undefined ? '-' : /** @type {any} */ (lineStyle(look.linestyle)),
      width: number(look.linewidth, 0.8),
      color: isGiven(look.color) ? color(look.color, 'gray') : null,
    });
  }
  return null;
}

/** `off`, `equal`, four limits. @param {Axes} axes @param {any[]} args @param {Keywords} keywords */
export function axis(axes, args, keywords) {
  const [what] = args;
  const fix = (/** @type {boolean} */ isSquare) => {
    for (const name of /** @type {const} */ (['x', 'y']))
      axes[name].shared.limits = /** @type {[number, number]} */ ([...axes.limitsOf(name)].sort((a, b) => a - b));
    if (!isSquare) return;
    const [[x0, x1], [y0, y1]] = [axes.limitsOf('x'), axes.limitsOf('y')];
    const longer = Math.max(x1 - x0, y1 - y0);
    axes.x.shared.limits = [x0, x0 + longer];
    axes.y.shared.limits = [y0, y0 + longer];
  };
  if (what === 'off' || what === false) axes.isOff = true;
  else if (what === 'on' || what === true) axes.isOff = false;
  else if (what === 'equal') Object.assign(axes, { aspect: 1, isAspectOfData: true });
  else if (what === 'scaled' || what === 'image' || what === 'square') {
    if (what === 'image') axes.x.margin = axes.y.margin = 0;
    fix(what === 'square');
    Object.assign(axes, { aspect: 1, isAspectOfData: false });
  } else if (what === 'tight') axes.x.margin = axes.y.margin = 0;
  else if (what === 'auto') axes.aspect = null;
  else if (typeof what === 'string')
    throw raised('ValueError', `Unrecognized string '${what}' to axis; try 'on' or 'off'`);
  else if (isGiven(what)) {
    const [x0, x1, y0, y1] = numbers(what);
    limits('x')(axes, [x0, x1], new Map());
    limits('y')(axes, [y0, y1], new Map());
  }
  for (const name of /** @type {const} */ (['x', 'y'])) {
    const own = [...keywords].filter(([key]) => key.startsWith(name));
    if (own.length > 0) limits(name)(axes, [], new Map(own));
  }
  return new Tuple([...axes.limitsOf('x'), ...axes.limitsOf('y')]);
}

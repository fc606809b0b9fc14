// Plotting programs of a tutorial's kind: they print what they print under matplotlib, draw, or are refused in words.
import { describe, expect, test } from 'vitest';
import '../web/index.js';
import { run } from '../web/python/python.js';
import reference from './reference/pyplot_programs.json' with { type: 'json' };

/** What a program prints and draws, and its error's last line. @param {string} source */
async function outcome(source) {
  let printed = '';
  let failed = '';
  /** @type {string[]} */ const figures = [];
  await run(source, {
    print: (/** @type {string} */ text) => {
      printed += text;
    },
    warn: () => undefined,
    show: (/** @type {string} */ svg) => {
      figures.push(svg);
    },
  }).catch((error) => {
    failed = (error.traceback ?? String(error.stack)).trim().split('\n').at(-1);
  });
  return { printed, failed, figures };
}
const plotting = (/** @type {string} */ line) => `import numpy as np\nimport matplotlib.pyplot as plt\n${line}\n`;

describe('as matplotlib', () => {
  test.each(reference.cases.map(({ source, printed }, i) => ({ i, source, printed })))(
    'program $i prints and draws',
    async ({ source, printed }) => {
      const { printed: ours, failed, figures } = await outcome(source);
      expect(failed).toBe('');
      expect(ours).toBe(printed);
      for (const svg of figures) expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
    },
  );
});

test.each([
  ['plt.violinplot([[1, 2]])', 'boxplot or hist'],
  ['plt.quiver([0], [0], [1], [1])', 'arrow'],
  ["plt.figure().add_subplot(111, projection='3d')", "projection '3d'"],
  ["plt.subplots(subplot_kw={'projection': 'polar'})", "projection 'polar'"],
  ["plt.xscale('symlog')", "'symlog'"],
  ['plt.gca().secondary_yaxis("right")', 'twinx'],
  ['plt.gca().get_position()', 'Axes.get_position'],
  ['plt.gcf().subfigures(1, 2)', 'Figure.subfigures'],
  ['plt.plot([1, 2])[0].get_path()', 'Line2D.get_path'],
  ['from matplotlib.animation import FuncAnimation', 'matplotlib.animation'],
  ["plt.savefig('a.png')", 'a page has none'],
])('%s is refused in words', async (line, words) => {
  const { failed } = await outcome(plotting(line));
  expect(failed).toMatch(/^NotImplementedError: /);
  expect(failed).toContain(words);
});

test.each([
  ['plt.plott([1])', "AttributeError: module 'matplotlib.pyplot' has no attribute 'plott'. Did you mean: 'plot'?"],
  ['plt.gca().plott([1])', "AttributeError: 'Axes' object has no attribute 'plott'. Did you mean: 'plot'?"],
  ["plt.plot([1, 2], colr='r')", "AttributeError: Line2D.set() got an unexpected keyword argument 'colr'"],
  ["plt.axis('foo')", "ValueError: Unrecognized string 'foo' to axis; try 'on' or 'off'"],
  ['plt.text(1, 2)', "TypeError: Axes.text() missing 1 required positional argument: 's'"],
  [
    "plt.scatter([1, 2], [1, 2], c=['r', 'g', 'b'])",
    "ValueError: 'c' argument has 3 elements, which is inconsistent with 'x' and 'y' with size 2.",
  ],
])('%s fails as in matplotlib', async (line, message) => {
  expect((await outcome(plotting(line))).failed).toBe(message);
});

/** @param {string} line */
const drawn = async (line) => (await outcome(plotting(line))).figures[0];

test('twin axes share a place and have their ticks at the right, and a legend names the lines of both', async () => {
  const svg = await drawn(`fig, ax = plt.subplots()
right = ax.twinx()
a, = ax.plot([1, 2], [1, 2], label='loss')
b, = right.plot([1, 2], [50, 90], 'g', label='accuracy')
right.set_ylabel('percent')
ax.legend(handles=[b, a])`);
  expect(svg.match(/class="frame"/g)).toHaveLength(2);
  expect(svg).toMatch(/<text x="58\d[^>]*text-anchor="start"[^>]*>60</);
  expect(svg.indexOf('>accuracy</text>')).toBeLessThan(svg.indexOf('>loss</text>'));
});

test('what reaches over a figure widens its view, as notebooks cut figures out', async () => {
  const svg = await drawn("plt.plot([1, 2], label='line')\nplt.legend(loc='upper left', bbox_to_anchor=(1.02, 1))");
  expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeGreaterThan(640);
});

test('what takes over the colour of a format takes its black over as well', async () => {
  const { failed, figures } = await outcome(
    plotting("plt.errorbar([1, 2], [1, 2], yerr=0.1, fmt='ko')\nplt.stem([1, 2], [1, 2], 'k-', basefmt='k-')"),
  );
  expect(failed).toBe('');
  expect(figures[0]).not.toContain('#1f77b4');
});

test('a contour is open where it meets the edge of its grid', async () => {
  const svg = await drawn(`x = np.linspace(0, 1, 5)
plt.contour(x, x, x[:, None] + x, levels=[0.5])`);
  const [, path] = /<path fill="none" stroke="#[^"]*" stroke-width="2.1" d="([^"]*)"/.exec(svg) ?? [];
  expect(path.match(/M/g)).toHaveLength(1);
  expect(path).not.toContain('z');
});

test('formulas are set in their letters, raised and lowered parts within each other', async () => {
  const svg = await drawn(String.raw`plt.title(r'$\frac{\alpha_i}{2}\leq e^{-x^2}$ and \$5')`);
  expect(svg.replace(/<[^>]*>/g, '')).toContain('αi/2 ≤ e−x2 and $5');
  expect(new Set(svg.match(/dy="[^"]*"/g)).size).toBeGreaterThan(3);
});

test('NumPy’s scalars are numbers, alone and in lists', async () => {
  const { printed, failed } = await outcome(
    plotting(`v = np.array([3.0, 1.0, 2.0])
print(plt.plot([np.argmin(v)], [v.min()])[0].get_xdata(), plt.scatter(v.argmax(), v.max()).get_offsets())
print(plt.arrow(v[0], v[1], v[2], v[1]).get_label() == '', plt.get_cmap('tab10')(np.argmin(v)) == plt.get_cmap('tab10')(1))`),
  );
  expect(failed).toBe('');
  expect(printed).toBe('[1.] [[0. 3.]]\nTrue True\n');
});

test('the cycle of colours is a setting, read and written', async () => {
  const { printed, failed, figures } = await outcome(
    plotting(`from cycler import cycler
colors = plt.rcParams['axes.prop_cycle'].by_key()['color']
print(colors[:2], len(colors), [one['color'] for one in plt.rcParams['axes.prop_cycle']] == colors)
plt.rcParams['axes.prop_cycle'] = plt.cycler(color=['#123456', 'r'])
plt.plot([1, 2]); plt.show()
fig, ax = plt.subplots(); ax.set_prop_cycle(cycler('color', ['#654321'])); ax.plot([1, 2])
print(plt.rcParams['axes.prop_cycle'], ax.plot([1], 'k--')[0].get_color(), ax.plot([1], 'C3')[0].get_color())`),
  );
  expect(failed).toBe('');
  expect(printed).toBe("['#1f77b4', '#ff7f0e'] 10 True\ncycler('color', ['#123456', 'r']) k C3\n");
  expect(figures[0]).toContain('#123456');
  expect(figures[1]).toContain('#654321');
  const { failed: refused } = await outcome(plotting("plt.cycler(color=['r']) + plt.cycler(linestyle=['-'])"));
  expect(refused).toContain('cycles of more than colours');
});

// What Chromium's own trace says of a page's main thread: the script of each frame, the longest task.

/**
 * An event of the trace, in microseconds: `dur` by the clock on the wall, `tdur` on the processor.
 * @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number }} Event
 * @typedef {{ wall: number, processor: number }} Time milliseconds
 */

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

/** What runs JavaScript, and WebAssembly within it. */
const scripts = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
]);

/** @param {Event} event @returns {Time} */
const timeOf = ({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, processor: tdur / 1000 });

/**
 * What the main thread of the only page does during some work, in order.
 * @param {import('playwright').Page} page
 * @param {() => Promise<unknown>} work
 */
export async function traced(page, work) {
  const browser = /** @type {import('playwright').Browser} */ (page.context().browser());
  await browser.startTracing(page, { categories });
  /** @type {Event[]} */ let events;
  try {
    await work();
  } finally {
    events = JSON.parse(String(await browser.stopTracing())).traceEvents;
  }
  // Chromium keeps a spare process for a next page; the page's own is the one that draws frames.
  const frame = events.find(({ name }) => name === 'FireAnimationFrame');
  if (!frame) throw new Error('the trace has no frame of a page');
  return events.filter(({ pid, tid }) => pid === frame.pid && tid === frame.tid).sort((a, b) => a.ts - b.ts);
}

/** The time of those events that stand within no other of them. @param {Event[]} events */
function outermost(events) {
  const sum = { wall: 0, processor: 0 };
  let end = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (event.ts < end) continue;
    end = event.ts + (event.dur ?? 0);
    const { wall, processor } = timeOf(event);
    sum.wall += wall;
    sum.processor += processor;
  }
  return sum;
}

/**
 * All script from the beginning of one frame to that of the next (input, animation frame, timers, and the style and layout that
 * they force), of each frame in which the page had something to draw.
 * @param {Event[]} events
 * @returns {Time[]}
 */
export function scriptsOfFrames(events) {
  const begins = events.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts);
  return begins.slice(0, -1).flatMap((begin, i) => {
    const own = events.filter(
      ({ name, ph, ts }) => ph === 'X' && ts >= begin && ts < begins[i + 1] && scripts.has(name),
    );
    return own.some(({ name }) => name === 'FireAnimationFrame') ? [outermost(own)] : [];
  });
}

/** The task that held the main thread longest. @param {Event[]} events @returns {Time} */
export function longestTask(events) {
  const tasks = events.filter(({ name, ph }) => name === 'RunTask' && ph === 'X').map(timeOf);
  return tasks.reduce((longest, one) => (one.wall > longest.wall ? one : longest), { wall: 0, processor: 0 });
}

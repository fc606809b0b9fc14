// What is to be done next on the page's own thread, after what a hand has done meanwhile.

/** @type {(() => void)[]} */ const waiting = [];
/** One for all figures of a page. @type {MessageChannel | null} */ let channel = null;

/** A message comes back sooner than a timer. @param {() => void} run */
export function soon(run) {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  waiting.push(run);
  channel.port2.postMessage(null);
}

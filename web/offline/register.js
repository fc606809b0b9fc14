// Has the site's service worker installed, once the page has nothing else to do.

/**
 * The page names its worker in a meta element that the build writes: the site's page has one, and neither the page in one
 * file nor an embedded figure does. Browsers have workers on https and localhost alone.
 */
export function registerWorker() {
  const path = document.querySelector('meta[name="torchlet-worker"]')?.getAttribute('content');
  if (!path || !('serviceWorker' in navigator)) return;
  const register = () =>
    navigator.serviceWorker.register(new URL(path, document.baseURI)).catch((error) => {
      // The page works without; private windows and some hosts bar workers.
      console.info(`torchlet will not open offline: ${error.message}`);
    });
  // Safari has no such callback yet.
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(register);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}

// The sample in a page: runs it and leaves the rows, or the error, for whoever drives the browser.
const page = /** @type {any} */ (globalThis);
try {
  const { sampleRows } = await import('./sample.js');
  page.rows = sampleRows();
} catch (error) {
  page.rows = { error: String(error) };
}

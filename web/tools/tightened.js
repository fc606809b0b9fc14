// Styles and templates without the room between their lines, which a minifier leaves in texts.

/** @param {string} source */
export function tightened(source) {
  return source
    .replace(
      /\bcss`([^`$]*)`/g,
      (_, text) =>
        `css\`${text
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/\s+/g, ' ')
          .replace(/ ?([{};,>]) ?/g, '$1')
          .replace(/: /g, ':')
          .replace(/;}/g, '}')
          .trim()}\``,
    )
    .replace(/\b(?:html|svg)`[^`]*`/g, (text) => text.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' '));
}

// `torchlet figure`: an activation's figure as SVG on the standard output.

/** @type {import('./main.js').Command} */
export const figure = {
  usage: 'ACTIVATION [key=value ...]',
  text: 'writes the figure of an activation as SVG, with the keys of a link to the playground',
  options: {
    width: { type: 'string', value: 'N', text: 'of the picture in pixels (720)' },
    height: { type: 'string', value: 'N', text: '(480)' },
    dark: { type: 'boolean', text: 'light on dark' },
  },
  async run({ width, height, dark }, words) {
    const { figure: draw } = await import(new URL('../build/figure_command.js', import.meta.url).href);
    const sizes = [
      ...(width === undefined ? [] : ['--width', String(width)]),
      ...(height === undefined ? [] : ['--height', String(height)]),
    ];
    process.exitCode = await draw([...words, ...sizes, ...(dark ? ['--dark'] : [])], process.stdout, process.stderr);
  },
};

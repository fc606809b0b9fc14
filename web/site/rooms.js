// The rooms of the site, in the order in which every page's header names them.

/** By their paths from the site's folder. @type {{ name: string, path: string }[]} */
export const rooms = [
  { name: 'Tutorial', path: 'tutorial/' },
  { name: 'Playground', path: '' },
  { name: 'Training', path: 'training/' },
  { name: 'Documentation', path: 'docs/' },
];

/**
 * Where the site's folder lies from the page that is open, as its `torchlet-rooms` meta element says. A page that stands alone, in
 * one file, has none: there is no other room.
 */
export const siteFolder = () =>
  document.querySelector('meta[name="torchlet-rooms"]')?.getAttribute('content') ?? undefined;

/** A room's address. @param {string} folder the site's, from the page @param {{ path: string }} room */
export const addressOf = (folder, { path }) => `${folder}${path}`;

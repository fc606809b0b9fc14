// The pages of the documentation in the order in which they are listed: web/docs/NAME.md becomes docs/NAME.html.

/**
 * @typedef {{ name: string, title: string, description: string }} Page
 * @typedef {{ title: string, pages: Page[] }} Chapter
 */

/** @type {Chapter[]} */
export const chapters = [
  {
    title: 'Begin',
    pages: [
      { name: 'index', title: 'Start', description: 'What torchlet is, and where to go on from here.' },
      {
        name: 'install',
        title: 'Install',
        description: 'torchlet from npm, in a script tag, in Node, in bundlers and without compiling.',
      },
      {
        name: 'embed',
        title: 'The element',
        description: 'torchlet-figure in a page: attributes, properties, events, parts, fallback, policy.',
      },
      {
        name: 'training',
        title: 'Lessons of training',
        description:
          'torchlet-training in a page: lessons, attributes, events, and how equal its losses are to PyTorch’s.',
      },
      {
        name: 'python',
        title: 'Programs in Python',
        description:
          'torchlet-cell, Run under a page’s own code blocks, torchlet/python, and the language that they run.',
      },
    ],
  },
  {
    title: 'Where it stands',
    pages: [
      { name: 'hosts', title: 'Which way for which host', description: 'What a host allows, and the recipe for it.' },
      { name: 'html', title: 'Plain HTML', description: 'A figure in a page written by hand.' },
      {
        name: 'mkdocs',
        title: 'MkDocs Material',
        description: 'Figures in a site made with MkDocs and its Material theme.',
      },
      { name: 'sphinx', title: 'Sphinx', description: 'Figures in a site made with Sphinx.' },
      { name: 'docusaurus', title: 'Docusaurus', description: 'Figures in a Docusaurus site, in Markdown with JSX.' },
      { name: 'jupyter', title: 'Jupyter', description: 'Figures in a notebook and in what is made of it.' },
      { name: 'iframe', title: 'WordPress, Ghost, Notion', description: 'Figures in hosts that take frames only.' },
      {
        name: 'hosting',
        title: 'Your own copy, pinned',
        description: 'Serving torchlet yourself, pinned versions and integrity.',
      },
    ],
  },
  {
    title: 'JavaScript',
    pages: [
      { name: 'worker', title: 'In a worker', description: 'torchlet in a Web Worker: a recipe.' },
      {
        name: 'api-activations',
        title: 'Activations',
        description: 'Every module of torch.nn and its functions: formulas, parameters, shapes, errors, examples.',
      },
      {
        name: 'api-functions',
        title: 'Functions',
        description: 'Every function of torch: creation, arithmetic, reductions, views, random numbers, gradients.',
      },
      { name: 'api-tensor', title: 'Tensor', description: 'Every attribute and method of a tensor.' },
    ],
  },
  {
    title: 'What is so',
    pages: [
      {
        name: 'accuracy',
        title: 'Accuracy',
        description: 'The largest errors, beside PyTorch’s, and where digits differ.',
      },
      {
        name: 'speed',
        title: 'Speed',
        description: 'Nanoseconds an element beside other libraries, and how to measure.',
      },
      {
        name: 'accessibility',
        title: 'Keyboard, zoom, reader',
        description: 'The checklist that was walked through the playground, and what was seen.',
      },
      { name: 'changelog', title: 'Changelog', description: 'What changed, version by version.' },
    ],
  },
];

// The page's start: registers the elements and the page itself.
import { defineParts } from '../figure/define.js';
import { tokens } from '../figure/parts/tokens.js';
import { registerWorker } from '../offline/register.js';
import { Playground } from './app.js';

// The page wears the figures' own colours and sizes.
if (tokens.styleSheet) document.adoptedStyleSheets.push(tokens.styleSheet);
defineParts();
if (!customElements.get('torchlet-playground')) customElements.define('torchlet-playground', Playground);
registerWorker();

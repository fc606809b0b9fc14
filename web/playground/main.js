// The page's start: registers the elements and the page itself.
import { defineParts } from '../figure/define.js';
import { pageTokens } from '../figure/parts/page_tokens.js';
import { tokens } from '../figure/parts/tokens.js';
import { registerWorker } from '../offline/register.js';
import { Playground } from './app.js';

// The page wears the figures' own colours and sizes.
for (const { styleSheet } of [tokens, pageTokens]) if (styleSheet) document.adoptedStyleSheets.push(styleSheet);
defineParts();
if (!customElements.get('torchlet-playground')) customElements.define('torchlet-playground', Playground);
registerWorker();

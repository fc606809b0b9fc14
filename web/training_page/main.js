// The start of the page of lessons: registers the training element and the page itself.
import { pageTokens } from '../figure/parts/page_tokens.js';
import { tokens } from '../figure/parts/tokens.js';
import { register } from '../figure/register.js';
import { registerWorker } from '../offline/register.js';
import { TorchletTraining } from '../training/element/training_element.js';
import { Lessons } from './page.js';

// The page wears the figures' own colours and sizes.
for (const { styleSheet } of [tokens, pageTokens]) if (styleSheet) document.adoptedStyleSheets.push(styleSheet);
register({ 'torchlet-training': TorchletTraining, 'torchlet-lessons': Lessons });
registerWorker();

// torchlet/element: registers <torchlet-figure> where there is a page; without one (on a server) it does nothing.

import { TorchletFigure } from './figure.js';
import { register } from './register.js';

register({ 'torchlet-figure': TorchletFigure });

export { TorchletFigure };

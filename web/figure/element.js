// torchlet/element: registers <torchlet-figure> where there is a page; without one (on a server) it does nothing.
import { register } from './define.js';
import { TorchletFigure } from './figure.js';

register({ 'torchlet-figure': TorchletFigure });

export { TorchletFigure };

// torchlet/training: registers <torchlet-training> where there is a page; without one (on a server) it does nothing.
import { register } from '../figure/register.js';
import { TorchletTraining } from './element/training_element.js';

register({ 'torchlet-training': TorchletTraining });

export { TorchletTraining };

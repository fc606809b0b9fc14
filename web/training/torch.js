// The torch that trains here: torchlet's own, with its kernels embedded.
import '../core/embedded.js';

export { nn } from '../torch/nn/nn.js';
export { default } from '../torch/torch.js';

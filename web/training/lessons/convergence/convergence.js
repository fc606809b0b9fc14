// (to be drawn)
import { dying } from '../dying/dying.js';
export const convergence = dying;

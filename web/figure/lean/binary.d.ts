// What the build makes of torchlet.wasm for the self-contained file: one character a byte, each with some bits turned.
export const mask: number;
declare const text: string;
export default text;

// What the build makes of torchlet.wasm for the self-contained file: one character a byte, each so much above it.
export const shift: number;
declare const text: string;
export default text;

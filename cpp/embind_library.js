// Embind's JavaScript for a module that exports functions of numbers and nothing else: no types to convert, no overloads, no
// classes, no code made at run time. In place of the function of the same name in Emscripten's library, where cpp/embind.cpp
// is linked.
// Source: Emscripten 6.0, src/lib/libembind.js.
addToLibrary({
  _embind_register_function: (name, argCount, _types, _signature, rawInvoker, fn) => {
    const call = wasmTable.get(rawInvoker);
    // argCount counts the result too. One function for each number of arguments: a rest parameter would cost a call its speed.
    Module[AsciiToString(name)] = [
      () => call(fn),
      (a) => call(fn, a),
      (a, b) => call(fn, a, b),
      (a, b, c) => call(fn, a, b, c),
      (a, b, c, d) => call(fn, a, b, c, d),
      (a, b, c, d, e) => call(fn, a, b, c, d, e),
      (a, b, c, d, e, f) => call(fn, a, b, c, d, e, f),
      (a, b, c, d, e, f, g) => call(fn, a, b, c, d, e, f, g),
      (a, b, c, d, e, f, g, h) => call(fn, a, b, c, d, e, f, g, h),
    ][argCount - 1];
  },
  _embind_register_function__deps: ['$AsciiToString', '$wasmTable'],
});

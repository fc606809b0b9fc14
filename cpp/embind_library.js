// Embind's JavaScript without what this module never does: overloads, types that are registered late, registered twice or
// not at all, values read through pointers. In place of the functions of the same names in Emscripten's library, where
// cpp/embind.cpp is linked.
// Source: Emscripten 6.0, src/lib/libembind.js and libembind_shared.js.
// Not while Emscripten runs the module once to see what it exports (EMBIND_AOT).
#if !EMBIND_GEN_MODE
addToLibrary({
  $exposePublicSymbol: (name, value) => {
    Module[name] = value;
  },
  $exposePublicSymbol__deps: [],
  $replacePublicSymbol: (name, value) => {
    Module[name] = value;
  },
  $replacePublicSymbol__deps: [],
  $sharedRegisterType: (rawType, instance) => {
    registeredTypes[rawType] = instance;
  },
  $sharedRegisterType__deps: ['$registeredTypes'],
  $whenDependentTypesAreResolved: (_own, types, use) => use(types.map((type) => registeredTypes[type])),
  $whenDependentTypesAreResolved__deps: ['$registeredTypes'],
  $throwUnboundTypeError: () => {},
  $throwUnboundTypeError__deps: ['$getTypeName'], // which the run for EMBIND_AOT needs exported
  $integerReadValueFromPointer: () => null,
  $floatReadValueFromPointer: () => null,
  $createNamedFunction: (_name, callable) => callable,
});
#endif

// What libembind's bind.o does for this module, without what no kernel needs: types, of which the JavaScript
// side (cpp/embind_library.js) asks nothing, and their names. It is linked in place of that object where
// Emscripten is of the version it was tested with (CMakeLists.txt); with any other the module is a few
// kilobytes larger. Source: Emscripten 6.0, system/lib/embind/bind.cpp.
#include <emscripten/bind.h>

using namespace emscripten::internal;

extern "C" {

/** Asked for in messages about types that were not registered, which nothing here prints. */
const char* __getTypeName(const std::type_info*) { return nullptr; }

/** For the threads that this module does not have: a binding has registered itself before it calls the other
 * function. */
void _embind_initialize_bindings() {}
void _embind_register_bindings(InitFunc*) {}
}

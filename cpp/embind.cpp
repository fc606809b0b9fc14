// What libembind's bind.o does for this module, without what no kernel needs: strings, memory views, 64-bit integers and
// names of unbound types. It is linked in place of that object where Emscripten is of the version it was tested with
// (CMakeLists.txt); with any other the module is a few kilobytes larger.
// Source: Emscripten 6.0, system/lib/embind/bind.cpp.
#include <emscripten/bind.h>

#include <limits>

using namespace emscripten::internal;

namespace {

InitFunc* first = nullptr;

template <class T>
void register_integer(const char* name) {
  _embind_register_integer(TypeID<T>::get(), name, sizeof(T), std::numeric_limits<T>::min(),
                           std::numeric_limits<T>::max());
}

}  // namespace

extern "C" {

/** Asked for in messages about types that were not registered, which a tested build has none of. */
const char* __getTypeName(const std::type_info*) { return nullptr; }

/** Emscripten's glue can free what __getTypeName gave; nothing here is ever allocated. */
void free(void*) {}

void _embind_initialize_bindings() {
  for (auto* one = first; one != nullptr; one = one->next) one->init_func();
}

void _embind_register_bindings(InitFunc* one) {
  one->next = first;
  first = one;
}
}

EMSCRIPTEN_BINDINGS(builtin) {
  _embind_register_void(TypeID<void>::get(), "void");
  register_integer<int>("int");
  register_integer<unsigned int>("unsigned int");
  register_integer<unsigned long>("unsigned long");
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
}

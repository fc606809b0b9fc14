// The checks of matrix products, for the program of kernels_test.cpp.
#pragma once

using Check = void (*)(bool holds, const char* fact, int a, int b, int c);

void products(Check check);

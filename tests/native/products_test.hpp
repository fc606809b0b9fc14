// The checks of matrix products and of arithmetic, for the program of kernels_test.cpp.
#pragma once

using Check = void (*)(bool holds, const char* fact, int a, int b, int c);

void products(Check check);
void arithmetics(Check check);

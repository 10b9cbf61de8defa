#ifndef ARD_DRIVE_H
#define ARD_DRIVE_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's entry: must return for any bytes; a crash, a hang or a sanitizer's report is the failure. Returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size);

#endif

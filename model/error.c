#include "model/error.h"

/* clang-format off */
G_DEFINE_QUARK (ard-error-quark, ard_error)
/* clang-format on */

#ifndef ARD_STORE_VERSION_CODE_H
#define ARD_STORE_VERSION_CODE_H

#include "model/history.h"

/* Versions and their differences as bytes, written as store/code.h says. */

/* Yours. */
GByteArray *ard_version_encode (const ArdVersion *version);
GByteArray *ard_hunks_encode (const GArray *hunks);

/* From bytes that may be damaged; FALSE: what they were read into is only fit to be cleared. */
gboolean ard_version_decode (const guint8 *bytes, gsize size, ArdVersion *version);
gboolean ard_hunks_decode (const guint8 *bytes, gsize size, GArray *hunks);

#endif

#ifndef ARD_CLONES_ORDER_H
#define ARD_CLONES_ORDER_H

#include <glib.h>

typedef struct {
  guint64 key;
  guint32 value;
} ArdKeyed;

/* By key, rows of one key as they stood: a radix sort, linear in n. */
void ard_keyed_sort (ArdKeyed *rows, guint32 n);

#endif

#ifndef ARD_DELIVERY_QUARTERS_H
#define ARD_DELIVERY_QUARTERS_H

#include "delivery/newcomers.h"

/* Quarters that are kept: the newest. */
#define ARD_QUARTERS_MAX 12

/* 4 x year + quarter - 1 of a moment (UTC). */
gint32 ard_quarter_of (gint64 time_s);

/* The middle of numbers (double, sorted here), and any other part of them; NAN of none. */
double ard_part_of (GArray *numbers, double part);

/*
 * Fill corpus->quarters: up to the head's, the newest ARD_QUARTERS_MAX, without gaps.
 *
 * leads, cycles  of ArdSpan
 * people         one row an author
 */
void ard_quarters_fill (ArdCorpus *corpus, const GArray *leads, const GArray *cycles, const ArdArrival *people);

#endif

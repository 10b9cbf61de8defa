#ifndef ARD_SCORING_FORMULA_H
#define ARD_SCORING_FORMULA_H

#include <glib.h>

/* Formulas filled in with numbers, for people with a pocket calculator; the same in every locale. */

/* Append a number with six significant digits, trailing zeros cut: "0.0123457", "1500", "3.2e-7" below 1e-4. */
void ard_formula_append_number (GString *text, double number);

/* A pattern with every '#' replaced by the next of the numbers (double); yours. */
char *ard_formula_fill (const char *pattern, ...);

/* "2.5 × 0.25 + 1 × 0.3": the sum of n products; without the factors when right is NULL; "0" when n is 0; yours. */
char *ard_formula_sum (const double *left, const double *right, guint n);

#endif

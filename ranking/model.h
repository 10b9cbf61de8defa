#ifndef ARD_RANKING_MODEL_H
#define ARD_RANKING_MODEL_H

#include "ranking/features.h"

/*
 * The model: of the repairs that a repository will see in a year, file i gets the share
 * exp (w t_i) / sum over files of exp (w t_j); t are the terms of terms.def, each less
 * its mean over the repository. docs/ranking.md argues form and weights.
 */
typedef enum {
#define ARD_TERM(name, weight, doc) ARD_TERM_##name,
#include "ranking/terms.def"
#undef ARD_TERM
  ARD_N_TERMS
} ArdTerm;

extern const char *const ard_term_names[ARD_N_TERMS + 1]; /* NULL last */
extern const double ard_house_weights[ARD_N_TERMS];

/* Terms of every row of features: rows->len x ARD_N_TERMS, columns of mean 0; yours (g_free). */
double *ard_terms_compute (const GArray *rows);

/*
 * Repairs expected in the year to come, one a row of features: as many in all as the
 * sum of repairs with a half-life of 365 days makes a year, split by the shares.
 *
 * terms    of ard_terms_compute
 * span_d   age of the history [d]
 * Returns: yours (g_free)
 */
double *ard_model_expect (const GArray *rows, const double *terms, const double *weights, double span_d);

#endif

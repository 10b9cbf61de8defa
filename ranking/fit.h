#ifndef ARD_RANKING_FIT_H
#define ARD_RANKING_FIT_H

#include <glib.h>

/* Files of one repository at one date. */
typedef struct {
  guint n;
  const double *x; /* n rows of k values, each column of mean 0 */
  const double *y; /* later fixes of each file */
  double weight;   /* of this point, above 0 */
} ArdFitPoint;

/*
 * Weights of a log-linear model of how later fixes fall on the files of a
 * repository: Poisson regression with an intercept of its own for every point,
 * which is the multinomial likelihood of the shares (McCullagh, Nelder 1989, 6.4):
 * expected share of file i = exp (x_i w) / sum exp (x_j w).
 * Newton steps, halved while the likelihood falls, at most 50.
 *
 * center   k weights that the penalty pulls towards, NULL for 0
 * ridge    strength of the penalty ridge / 2 * |w - center|^2, on the scale of sum of weight * fixes; above 0
 * w        receives k weights
 */
void ard_ranking_fit (const ArdFitPoint *points, guint n_points, guint k, const double *center, double ridge,
                      double *w);

/* Sum over points of weight * logarithm of the likelihood under w, constants left out. */
double ard_ranking_likelihood (const ArdFitPoint *points, guint n_points, guint k, const double *w);

#endif

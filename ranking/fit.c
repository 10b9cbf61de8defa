#include "ranking/fit.h"

#include <math.h>
#include <string.h>

#define MAX_STEPS 50
#define MAX_HALVINGS 30
#define ENOUGH 1e-10

typedef struct {
  const ArdFitPoint *points;
  guint n_points, k;
  const double *center;
  double ridge;
} Problem;

static double
dot (guint k, const double *a, const double *b)
{
  double sum = 0;

  for (guint i = 0; i < k; i++)
    sum += a[i] * b[i];
  return sum;
}

/* Expected shares under w; returns the logarithm of the sum that they were divided by. */
static double
find_shares (const ArdFitPoint *point, guint k, const double *w, double *share)
{
  double top = -INFINITY, sum = 0;

  for (guint i = 0; i < point->n; i++) {
    share[i] = dot (k, point->x + (gsize) i * k, w);
    top = MAX (top, share[i]);
  }
  for (guint i = 0; i < point->n; i++)
    sum += exp (share[i] - top);
  for (guint i = 0; i < point->n; i++)
    share[i] = exp (share[i] - top) / sum;
  return top + log (sum);
}

static double
sum_fixes (const ArdFitPoint *point)
{
  double sum = 0;

  for (guint i = 0; i < point->n; i++)
    sum += point->y[i];
  return sum;
}

double
ard_ranking_likelihood (const ArdFitPoint *points, guint n_points, guint k, const double *w)
{
  double value = 0;

  for (guint p = 0; p < n_points; p++) {
    const ArdFitPoint *point = &points[p];
    g_autofree double *share = g_new (double, point->n + 1);
    double normal = find_shares (point, k, w, share), linear = 0;

    for (guint i = 0; i < point->n; i++)
      linear += point->y[i] * dot (k, point->x + (gsize) i * k, w);
    value += point->weight * (linear - sum_fixes (point) * normal);
  }
  return value;
}

static double
likelihood (const Problem *problem, const double *w)
{
  double penalty = 0;

  for (guint i = 0; i < problem->k; i++) {
    double apart = w[i] - (problem->center ? problem->center[i] : 0);

    penalty += problem->ridge / 2 * apart * apart;
  }
  return ard_ranking_likelihood (problem->points, problem->n_points, problem->k, w) - penalty;
}

/* Add one point's part to the slope and to the curvature (k x k, lower half). */
static void
add_point (const Problem *problem, const ArdFitPoint *point, const double *w, double *slope, double *curve)
{
  guint k = problem->k;
  double fixes = sum_fixes (point);
  g_autofree double *share = g_new (double, point->n);
  g_autofree double *mean = g_new0 (double, k);

  find_shares (point, k, w, share);
  for (guint i = 0; i < point->n; i++)
    for (guint a = 0; a < k; a++)
      mean[a] += share[i] * point->x[(gsize) i * k + a];
  for (guint i = 0; i < point->n; i++) {
    const double *x = point->x + (gsize) i * k;

    for (guint a = 0; a < k; a++) {
      slope[a] += point->weight * (point->y[i] - fixes * share[i]) * x[a];
      for (guint b = 0; b <= a; b++)
        curve[a * k + b] += point->weight * fixes * share[i] * (x[a] - mean[a]) * (x[b] - mean[b]);
    }
  }
}

/* Cholesky: curve becomes its lower factor, slope the solution; curve is positive definite by the ridge. */
static void
solve (guint k, double *curve, double *slope)
{
  for (guint a = 0; a < k; a++)
    for (guint b = 0; b <= a; b++) {
      double rest = curve[a * k + b] - dot (b, curve + a * k, curve + b * k);

      curve[a * k + b] = a == b ? sqrt (MAX (rest, 1e-300)) : rest / curve[b * k + b];
    }
  for (guint a = 0; a < k; a++)
    slope[a] = (slope[a] - dot (a, curve + a * k, slope)) / curve[a * k + a];
  for (guint a = k; a-- > 0;) {
    for (guint b = a + 1; b < k; b++)
      slope[a] -= curve[b * k + a] * slope[b];
    slope[a] /= curve[a * k + a];
  }
}

static void
find_step (const Problem *problem, const double *w, double *step)
{
  guint k = problem->k;
  g_autofree double *curve = g_new0 (double, (gsize) k *k);

  for (guint a = 0; a < k; a++) {
    step[a] = -problem->ridge * (w[a] - (problem->center ? problem->center[a] : 0));
    curve[a * k + a] = problem->ridge;
  }
  for (guint p = 0; p < problem->n_points; p++)
    add_point (problem, &problem->points[p], w, step, curve);
  solve (k, curve, step);
}

/* Go as far along the step as the likelihood rises; returns by how much it rose. */
static double
climb (const Problem *problem, double *w, const double *step, double *next)
{
  double before = likelihood (problem, w), length = 1;

  for (guint half = 0; half < MAX_HALVINGS; half++, length /= 2) {
    double after;

    for (guint a = 0; a < problem->k; a++)
      next[a] = w[a] + length * step[a];
    after = likelihood (problem, next);
    if (after <= before)
      continue;
    memcpy (w, next, problem->k * sizeof *w);
    return after - before;
  }
  return 0;
}

void
ard_ranking_fit (const ArdFitPoint *points, guint n_points, guint k, const double *center, double ridge, double *w)
{
  Problem problem = { points, n_points, k, center, ridge };
  g_autofree double *step = g_new (double, k);
  g_autofree double *next = g_new (double, k);

  for (guint a = 0; a < k; a++)
    w[a] = center ? center[a] : 0;
  for (guint i = 0; i < MAX_STEPS; i++) {
    find_step (&problem, w, step);
    if (climb (&problem, w, step, next) < ENOUGH)
      break;
  }
}

#include "ranking/model.h"

#include <math.h>

#define OFFSET 0.1
#define AGE_OFFSET_D 10
#define FOLDER_LINES 500
#define HALF_LIFE_D 365
#define YEAR_D 365.25
#define LEAST_SPAN_D 28

const char *const ard_term_names[ARD_N_TERMS + 1] = {
#define ARD_TERM(name, weight, doc) #name,
#include "ranking/terms.def"
#undef ARD_TERM
};

const double ard_house_weights[ARD_N_TERMS] = {
#define ARD_TERM(name, weight, doc) weight,
#include "ranking/terms.def"
#undef ARD_TERM
};

/* Of all files: what a file's surroundings are held against. */
typedef struct {
  double repairs_line, repairs_file;
} Base;

static Base
find_base (const GArray *rows)
{
  double lines = 0, repairs = 0;

  for (guint i = 0; i < rows->len; i++) {
    const ArdFeatures *row = &g_array_index (rows, ArdFeatures, i);

    lines += row->code_lines;
    repairs += row->repairs_365;
  }
  return (Base){ repairs / lines, repairs / rows->len };
}

/* Logarithm of sum / n against mean, drawn to 0 as if `more` of the mean had been seen too. */
static double
compare (double sum, double n, double mean, double more)
{
  return mean > 0 ? log ((sum + mean * more) / (n + more) / mean) : 0;
}

static void
compute (const ArdFeatures *row, const Base *base, double *t)
{
  t[ARD_TERM_lines] = log (row->code_lines);
  t[ARD_TERM_complexity] = log1p (row->cognitive / MAX (row->functions, 1));
  t[ARD_TERM_calls] = log1p (row->calls);
  t[ARD_TERM_fan_in] = log1p (row->fan_in);
  t[ARD_TERM_age] = log (row->age_d + AGE_OFFSET_D);
  t[ARD_TERM_revisions_90] = log (row->fading_90 + OFFSET);
  t[ARD_TERM_revisions_730] = log (row->fading_730 + OFFSET);
  t[ARD_TERM_churn_90] = log (row->churn_90 + OFFSET);
  t[ARD_TERM_repairs_730] = log (row->repairs_730 + OFFSET);
  t[ARD_TERM_folder] = compare (row->folder_repairs, row->folder_lines, base->repairs_line, FOLDER_LINES);
  t[ARD_TERM_others] = compare (row->others_repairs, row->others, base->repairs_file, 1);
}

static void
center (double *terms, guint n)
{
  for (guint k = 0; k < ARD_N_TERMS; k++) {
    double mean = 0;

    for (guint i = 0; i < n; i++)
      mean += terms[i * ARD_N_TERMS + k] / n;
    for (guint i = 0; i < n; i++)
      terms[i * ARD_N_TERMS + k] -= mean;
  }
}

double *
ard_terms_compute (const GArray *rows)
{
  double *terms = g_new0 (double, (gsize) rows->len *ARD_N_TERMS + 1);
  Base base = find_base (rows);

  for (guint i = 0; i < rows->len; i++)
    compute (&g_array_index (rows, ArdFeatures, i), &base, terms + (gsize) i * ARD_N_TERMS);
  center (terms, rows->len);
  return terms;
}

static double
forecast_total (const GArray *rows, double span_d)
{
  double sum = 0, integral = HALF_LIFE_D / G_LN2 * (1 - exp2 (-MAX (span_d, LEAST_SPAN_D) / HALF_LIFE_D));

  for (guint i = 0; i < rows->len; i++)
    sum += g_array_index (rows, ArdFeatures, i).repairs_365;
  return sum * YEAR_D / integral;
}

double *
ard_model_expect (const GArray *rows, const double *terms, const double *weights, double span_d)
{
  double *expected = g_new0 (double, rows->len + 1);
  double top = -INFINITY, sum = 0, total = forecast_total (rows, span_d);

  for (guint i = 0; i < rows->len; i++) {
    for (guint k = 0; k < ARD_N_TERMS; k++)
      expected[i] += weights[k] * terms[(gsize) i * ARD_N_TERMS + k];
    top = MAX (top, expected[i]);
  }
  for (guint i = 0; i < rows->len; i++)
    sum += exp (expected[i] - top);
  for (guint i = 0; i < rows->len; i++)
    expected[i] = total * exp (expected[i] - top) / sum;
  return expected;
}

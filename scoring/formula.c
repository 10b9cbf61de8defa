#include "scoring/formula.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#define DIGITS 6

void
ard_formula_append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE], format[8];
  double size = fabs (number);
  int decimals = size > 0 ? DIGITS - 1 - (int) floor (log10 (size)) : 0;

  if (!isfinite (number) || (size > 0 && size < 1e-4) || size >= 1e15) {
    g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.6g", number));
    return;
  }
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, 10));
  g_ascii_formatd (digits, sizeof digits, format, number);
  if (strchr (digits, '.')) {
    gsize end = strlen (digits);

    while (digits[end - 1] == '0')
      end--;
    digits[digits[end - 1] == '.' ? end - 1 : end] = '\0';
  }
  g_string_append (text, digits);
}

char *
ard_formula_fill (const char *pattern, ...)
{
  GString *text = g_string_new (NULL);
  va_list numbers;

  va_start (numbers, pattern);
  for (; *pattern; pattern++)
    if (*pattern == '#')
      ard_formula_append_number (text, va_arg (numbers, double));
    else
      g_string_append_c (text, *pattern);
  va_end (numbers);
  return g_string_free (text, FALSE);
}

char *
ard_formula_sum (const double *left, const double *right, guint n)
{
  GString *text = g_string_new (n ? NULL : "0");

  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append (text, " + ");
    ard_formula_append_number (text, left[i]);
    if (right) {
      g_string_append (text, " × ");
      ard_formula_append_number (text, right[i]);
    }
  }
  return g_string_free (text, FALSE);
}

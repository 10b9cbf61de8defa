#ifndef TABLE_H
#define TABLE_H

#include <check.h>

/* A reader of RFC 4180, for the tests: rows of cells. */
typedef GPtrArray Table; /* of GPtrArray of char * */

/* One cell from *at on; *at is left on what ended it. A quote that is not at the start or not doubled is an error. */
static inline char *
read_cell (const char **at)
{
  GString *cell = g_string_new (NULL);

  if (**at != '"') {
    for (; **at && !strchr (",\r\n", **at); (*at)++) {
      ck_assert_int_ne (**at, '"');
      g_string_append_c (cell, **at);
    }
    return g_string_free (cell, FALSE);
  }
  for ((*at)++; **at != '"' || (*at)[1] == '"'; (*at)++) {
    ck_assert_msg (**at != '\0', "a quote is never closed");
    *at += **at == '"';
    g_string_append_c (cell, **at);
  }
  (*at)++;
  ck_assert (**at == ',' || g_str_has_prefix (*at, "\r\n"));
  return g_string_free (cell, FALSE);
}

static inline Table *
read_table (const char *text)
{
  Table *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*text) {
    GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

    g_ptr_array_add (row, read_cell (&text));
    while (*text == ',') {
      text++;
      g_ptr_array_add (row, read_cell (&text));
    }
    ck_assert_msg (g_str_has_prefix (text, "\r\n"), "a row does not end with CR LF");
    text += 2;
    g_ptr_array_add (table, row);
  }
  return table;
}

static inline const char *
cell_at (const Table *table, guint row, const char *column)
{
  const GPtrArray *header = table->pdata[0], *cells = table->pdata[row];

  for (guint i = 0; i < header->len; i++)
    if (strcmp (header->pdata[i], column) == 0)
      return cells->pdata[i];
  ck_abort_msg ("no column %s", column);
  return NULL;
}

#endif

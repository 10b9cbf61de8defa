#include "clones/region.h"

/* A table, an import of its own: no part of the statement before it. */
static gboolean
stands_apart (const ArdToken *token, guint16 depth)
{
  return token->flags & ARD_TOKEN_EXEMPT && token->flags & ARD_TOKEN_STATEMENT && token->depth <= depth;
}

/* Closing brackets that belong to the region go with it, and a table that ends its last statement. */
guint32
ard_region_end (const ArdUnitTable *table, guint32 first, guint32 last)
{
  const ArdUnit *unit = ard_unit (table, last);
  guint32 end = unit->first + unit->n, limit = end;
  guint16 depth = table->tokens[ard_unit (table, first)->first].depth;

  if (last + 1 < table->starts[unit->file + 1])
    limit = ard_unit (table, last + 1)->first;
  else
    limit = table->ends[unit->file];
  while (end < limit && table->tokens[end].depth >= depth && !stands_apart (&table->tokens[end], depth))
    end++;
  return end;
}

ArdRegion
ard_region_tokens (const ArdToken *tokens, guint32 start, guint32 end)
{
  ArdRegion region = { .start_line = tokens[start].line, .end_line = tokens[end - 1].line };
  guint32 line = 0;

  for (guint32 i = start; i < end; i++) {
    const ArdToken *token = &tokens[i];

    if (token->flags & ARD_TOKEN_EXEMPT)
      continue;
    region.tokens++;
    region.lines += token->line != line;
    line = token->line;
    region.digest = ard_clones_mix (region.digest, token->text);
  }
  return region;
}

ArdRegion
ard_region_measure (const ArdUnitTable *table, guint32 first, guint32 last, guint32 tokens, guint32 lines)
{
  guint32 start = ard_unit (table, first)->first, end = ard_region_end (table, first, last), line = 0;
  ArdRegion region = { .start_line = table->tokens[start].line, .end_line = table->tokens[end - 1].line };

  for (guint32 i = start; i < end && (region.tokens < tokens || region.lines < lines); i++)
    if (!(table->tokens[i].flags & ARD_TOKEN_EXEMPT)) {
      region.tokens++;
      region.lines += table->tokens[i].line != line;
      line = table->tokens[i].line;
    }
  return region;
}

guint32
ard_region_function (const ArdCorpus *corpus, const ArdUnitTable *table, guint32 file, const ArdRegion *region)
{
  const ArdFile *row = ard_file (corpus, file);
  guint32 low = row->first_function, high = row->first_function + row->n_functions;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (ard_function (corpus, middle)->facts.start_line <= region->start_line)
      low = middle + 1;
    else
      high = middle;
  }
  for (guint32 i = low; i-- > row->first_function && table->reaches[i] >= region->end_line;)
    if (ard_function (corpus, i)->facts.end_line >= region->end_line)
      return i;
  return ARD_NONE;
}

#ifndef TESTS_GATE_H
#define TESTS_GATE_H

#include "bill.h"

/* Two trees, the change between them, and the verdict. */
typedef struct {
  Bill base, head;
  GHashTable *renames;
} Gate;

static inline Gate
gate_new (void)
{
  return (Gate){ bill_new (), bill_new (), g_hash_table_new (g_str_hash, g_str_equal) };
}

static inline const ArdVerdict *
judge (Gate *gate)
{
  score (&gate->base);
  score (&gate->head);
  ard_scoring_compare (gate->head.ledger, gate->base.ledger, gate->renames);
  return &gate->head.ledger->verdict;
}

static inline void
gate_free (Gate *gate)
{
  bill_free (&gate->base);
  bill_free (&gate->head);
  g_hash_table_unref (gate->renames);
}

#define DIGEST 4711
#define SEED 7

/* A file with one function of 50 lines; critical from 20 on, 0: no finding. */
static inline ArdFile *
add_unit (Bill *bill, const char *path, const char *name, guint64 digest, guint32 seed, double value)
{
  add_file (bill, path, 100);
  add_function (bill, name, 50, digest, seed);

  guint32 file = bill->corpus->files->len - 1, function = bill->corpus->functions->len - 1;

  if (value > 0)
    add_finding (bill, "complex-function", file, function, value);
  return ard_file (bill->corpus, file);
}

/* likeness of the returned function's sketch with that of the seed it was made of: equal / 16 */
static inline void
edit (Bill *bill, guint equal)
{
  ArdFunction *function = &ard_function (bill->corpus, bill->corpus->functions->len - 1)->facts;

  for (guint i = equal; i < ARD_SKETCH; i++)
    function->sketch[i] += 500;
}

static inline void
check (Gate *gate, guint new, guint critical, guint known, guint paid)
{
  const ArdVerdict *verdict = judge (gate);

  ck_assert_uint_eq (verdict->n_new, new);
  ck_assert_uint_eq (verdict->n_new_critical, critical);
  ck_assert_uint_eq (verdict->n_known, known);
  ck_assert_uint_eq (verdict->n_paid, paid);
  ck_assert_int_eq (verdict->failed, critical > 0);
  gate_free (gate);
}

#endif

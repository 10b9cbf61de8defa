#ifndef ARD_FIGURE_H
#define ARD_FIGURE_H

#include "model/ledger.h"

/*
 * The figures that the machine-read formats print: one table a record, so that a
 * figure has one name and one rounding in JSON, CSV and SQLite. Sentences round
 * further, from the same values (message.h).
 */
typedef enum {
  ARD_FIGURE_MONEY,  /* team.currency, 2 decimals */
  ARD_FIGURE_DAYS,   /* person-days, 4 decimals */
  ARD_FIGURE_HOURS,  /* h, 4 decimals */
  ARD_FIGURE_EVENTS, /* a month, 6 decimals */
  ARD_FIGURE_SHARE,  /* 1 = 100 %, 4 decimals */
  ARD_FIGURE_MONTHS, /* 2 decimals */
  ARD_FIGURE_VALUE,  /* in a rule's unit, 4 decimals */
} ArdFigureKind;

typedef struct {
  const char *name; /* "cost_per_month" */
  ArdFigureKind kind;
  gsize offset;     /* of a double in the record */
  gboolean priced;  /* withheld where the ledger or the item is not priced */
  gboolean grouped; /* JSON nests it: effort_days, roi */
} ArdFigure;

extern const ArdFigure ard_item_figures[];  /* of ArdItem */
extern const guint ard_n_item_figures;
extern const ArdFigure ard_score_figures[]; /* of ArdFileScore */
extern const guint ard_n_score_figures;
extern const ArdFigure ard_total_figures[]; /* of ArdTotals */
extern const guint ard_n_total_figures;
extern const ArdFigure ard_plan_figures[];  /* of ArdPlan */
extern const guint ard_n_plan_figures;

/* Rounded half to even on the decimal text; NAN when value is not finite; never -0. */
double ard_figure_round (double value, ArdFigureKind kind);

/* The rounded field of a record; NAN when withheld or not finite. */
double ard_figure_get (const ArdFigure *figure, gconstpointer record, gboolean priced);

/* The same as text, point as decimal mark, all decimals; "" for NAN; yours. */
char *ard_figure_text (double rounded, ArdFigureKind kind);

/* Whether this item's money may be shown. */
gboolean ard_item_is_priced (const ArdLedger *ledger, const ArdItem *item);

#endif

#ifndef ARD_ANALYZERS_HANDLERS_H
#define ARD_ANALYZERS_HANDLERS_H

#include "analyzers/tongue.h"
#include "model/corpus.h"
#include "model/finding.h"

/*
 * What becomes of the error in a handler. A handler is at most one of these, so
 * that one place is one finding; what speaks loudest wins.
 */
typedef enum {
  ARD_HANDLER_FINE,
  ARD_HANDLER_SWALLOWS,
  ARD_HANDLER_ONLY_LOGS,
  ARD_HANDLER_TOO_BROAD,
} ArdHandlerVerdict;

typedef struct {
  ArdHandlerVerdict verdict;
  double value;       /* points: 1 attention … 2 surely bad */
  const char *reason; /* static; what is lost, a key of the message catalogue */
} ArdJudgement;

/* How much the caught types take in. */
typedef enum {
  ARD_BREADTH_UNKNOWN,  /* the language does not tell errors apart here */
  ARD_BREADTH_EXPECTED, /* a condition to be expected: not found, end, format, interrupt */
  ARD_BREADTH_NARROW,
  ARD_BREADTH_BROAD, /* every error of the program, its bugs included */
  ARD_BREADTH_FATAL, /* the end of the process and failures of the machine too */
} ArdBreadth;

/* What the handler's types take in, by the language's hierarchy; a handler without types by its language. */
ArdBreadth ard_handler_breadth (ArdTongue tongue, const ArdCapture *handler);

/* Whether the type, by its name, is of a condition that callers are meant to meet: not found, format, argument. */
gboolean ard_type_is_expected (ArdSpan type);

/* Whether the type, by its name, ends work on purpose: cancel, interrupt, stop, end of input. */
gboolean ard_type_is_control (ArdSpan type);

/* Whether the function is where errors end by design: an entry point, a loop's body, a callback of the framework. */
gboolean ard_function_is_boundary (const ArdCorpus *corpus, guint32 function);

/* A handler or finally around the capture, or ARD_NONE: it is on the way out. */
guint32 ard_capture_way_out (const ArdCorpus *corpus, guint32 capture);

/*
 * Append a finding for each handler with that verdict.
 *
 * rule      id in the catalogue
 */
void ard_handlers_report (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings, const char *rule,
                          ArdHandlerVerdict verdict);

#endif

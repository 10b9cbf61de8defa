#ifndef ARD_MESSAGE_H
#define ARD_MESSAGE_H

#include "model/ledger.h"

/*
 * Words in the reader's language: templates/messages/<lang>.json, English where a
 * key is missing. Placeholders are {name}. The decimal separator and the order of
 * words follow the language, never the process' locale.
 */
typedef struct ArdMessages ArdMessages;

/* lang: "en" or "fr". Errors: ARD_ERROR_USAGE, naming the languages there are. */
ArdMessages *ard_messages_new (const char *lang, GError **error);
void ard_messages_free (ArdMessages *messages);
/* The text of a key such as "rule.hotspot.title"; the key itself when nobody has it; borrowed. */
const char *ard_messages_get (const ArdMessages *messages, const char *key);
/* The language itself, "en" or "fr"; borrowed. */
const char *ard_messages_lang (const ArdMessages *messages);
/* Call visit for every key of the English catalogue, in the file's order, with the text that _get returns. */
void ard_messages_each (const ArdMessages *messages,
                        void (*visit) (const char *key, const char *text, gpointer data), gpointer data);
/*
 * The text of a key with its placeholders filled in; yours.
 *
 * first     name of a placeholder without braces, followed by its value (const char *), further pairs, then NULL;
 *           a placeholder without a value stays as it is
 */
char *ard_messages_fill (const ArdMessages *messages, const char *key, const char *first, ...) G_GNUC_NULL_TERMINATED;
/*
 * In one sentence the commits of the change that changed the code of a finding's function, the newest
 * three by id and subject (places.c); NULL when there are none or they are not known; yours.
 */
char *ard_messages_commits (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding);

/*
 * One finding in one sentence, then its reason; yours, valid UTF-8, one line.
 * Placeholders of both: path, function, text (of its capture), subject, other (path), commit, copies, lines, line,
 * value, attention, critical; of the first also reason, which then is not appended.
 */
char *ard_messages_finding (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding);
/* What is lost by it, in one sentence that fits the language of the code; NULL when its rule says it all; yours. */
char *ard_messages_reason (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding);
/* One finding of the base that is gone, in one sentence; yours, valid UTF-8, one line. */
char *ard_messages_paid (const ArdMessages *messages, const ArdPaid *paid);
/* Title of an item: the leading rule's title and the unit's name; yours, valid UTF-8, one line. */
char *ard_messages_item (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item);
/* What an item costs, what paying it off saves and takes, in one sentence; yours. */
char *ard_messages_price (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item);
/* That all or a part of an item's cost rests on an assumption; NULL when none does; yours. */
char *ard_messages_assumed (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item);
/*
 * That more than a quarter of a file of the item did not parse, of the worst one: its functions may be cut
 * wrongly. NULL when all parsed better; yours. In places.c.
 */
char *ard_messages_unparsed (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item);
/*
 * The places of a unit that stands in several: each copy of a class as
 * "  path:first-last", each file of a cycle, a line each; "" for other units; yours. In places.c.
 */
char *ard_messages_places (const ArdLedger *ledger, const ArdItem *item);
/* The counts of a comparison in one sentence; yours. "verdict.passed" and "verdict.failed" are its headline. */
char *ard_messages_verdict (const ArdMessages *messages, const ArdVerdict *verdict);
/* A number as the language writes it, with that many decimals; yours. NAN is an en dash, INFINITY its sign. */
char *ard_messages_number (const ArdMessages *messages, double value, guint decimals);
/* A value in a rule's unit: with as few decimals as it needs, at most two; yours, the unit left out. */
char *ard_messages_value (const ArdMessages *messages, double value);
/* An amount: two decimals below 100, none above, then team.currency; not finite: as _number; yours. */
char *ard_messages_money (const ArdMessages *messages, const ArdSettings *settings, double value);
/* A share as a percentage without decimals, 3.0 = "300%"; not finite: as _number; yours. */
char *ard_messages_percent (const ArdMessages *messages, double share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdMessages, ard_messages_free)

#endif

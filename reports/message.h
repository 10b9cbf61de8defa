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
/* One finding in one sentence, numbers filled in; yours. */
char *ard_messages_finding (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding);
/* Title of an item: the leading rule's title and the unit's name; yours, valid UTF-8. */
char *ard_messages_item (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item);
/* A number as the language writes it, with that many decimals; yours. */
char *ard_messages_number (const ArdMessages *messages, double value, guint decimals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdMessages, ard_messages_free)

#endif

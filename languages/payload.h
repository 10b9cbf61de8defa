#ifndef ARD_LANGUAGES_PAYLOAD_H
#define ARD_LANGUAGES_PAYLOAD_H

#include "languages/source.h"

/* What a callback (err, data) does with its data. All zero to begin with. */
typedef struct {
  gboolean taken; /* a part of it, as if it were there: data.length */
  gboolean asked; /* whether it is there: if (!data) */
} ArdPayload;

/* One code token [start, end) of the callback; error_end: behind the name of its error. */
void ard_payload_token (ArdPayload *payload, const ArdSource *source, guint32 error_end, guint32 start, guint32 end);

/* Whether there is data and the callback does not lean on it unseen: it asks first, hands it on whole or needs none. */
gboolean ard_payload_is_spared (const ArdPayload *payload, const ArdSource *source, guint32 error_end);

#endif

#include "imports/keys.h"

#include <string.h>

static gsize
part_length (const char *key)
{
  gsize length;

  if (*key != '"')
    return strcspn (key, ".[");
  for (length = 1; key[length] && !(key[length] == '"' && (key[length + 1] == '\0' || strchr (".[", key[length + 1])));
       length++)
    ;
  return length + (key[length] == '"');
}

char **
ard_key_parts (const char *key)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  while (*key) {
    gsize length = *key == '[' ? strcspn (key, "]") : part_length (key);

    if (*key == '[')
      g_ptr_array_add (parts, g_strndup (key + 1, length - 1));
    else if (*key == '"' && length > 1)
      g_ptr_array_add (parts, g_strndup (key + 1, length - 2));
    else
      g_ptr_array_add (parts, g_strndup (key, length));
    key += length;
    if (*key && *key != '[')
      key++;
  }
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_steal (parts, NULL);
}

const char *
ard_keys_find (const ArdCorpus *corpus, guint32 file, const char *key)
{
  const ArdFile *document = ard_file (corpus, file);

  for (guint32 i = 0; i < document->n_settings; i++) {
    const ArdDocumentRow *row = &ard_document (corpus, document->first_setting + i)->facts;

    if (strcmp (row->key, key) == 0)
      return row->value;
  }
  return NULL;
}

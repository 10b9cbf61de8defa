#include "model/facts.h"

void
ard_facts_init (ArdFacts *facts)
{
  *facts = (ArdFacts){
    .language = "Text",
    .functions = g_array_new (FALSE, FALSE, sizeof (ArdFunction)),
    .captures = g_array_new (FALSE, FALSE, sizeof (ArdCapture)),
    .tokens = g_array_new (FALSE, FALSE, sizeof (ArdToken)),
    .settings = g_array_new (FALSE, FALSE, sizeof (ArdDocumentRow)),
    .strings = g_string_chunk_new (1024),
  };
}

void
ard_facts_clear (ArdFacts *facts)
{
  g_clear_pointer (&facts->functions, g_array_unref);
  g_clear_pointer (&facts->captures, g_array_unref);
  g_clear_pointer (&facts->tokens, g_array_unref);
  g_clear_pointer (&facts->settings, g_array_unref);
  g_clear_pointer (&facts->strings, g_string_chunk_free);
}

double
ard_sketch_likeness (const guint32 left[ARD_SKETCH], const guint32 right[ARD_SKETCH])
{
  guint equal = 0;

  for (guint i = 0; i < ARD_SKETCH; i++)
    equal += left[i] == right[i];
  return (double) equal / ARD_SKETCH;
}

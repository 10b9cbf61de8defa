#include "languages/preprocess.h"
char *
ard_preprocess (const char *text G_GNUC_UNUSED, gsize size G_GNUC_UNUSED)
{
  return NULL;
}
gboolean
ard_preprocess_is_cpp (const char *text G_GNUC_UNUSED, gsize size G_GNUC_UNUSED)
{
  return FALSE;
}

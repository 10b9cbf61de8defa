#include <string.h>

#include "cli/settings_file.h"
#include "cli/settings_text.h"
#include "tests/fuzz/drive.h"

/* The bytes are a settings file; what is taken must read the same when it is written out. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size)
{
  g_autoptr (ArdSettings) settings = ard_settings_new (), again = ard_settings_new ();
  g_autoptr (ArdOrigins) origins = ard_origins_new ("fuzz.yml");
  g_autoptr (GBytes) yaml = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;

  if (!ard_settings_read (settings, origins, "fuzz.yml", yaml, &error)) {
    g_assert (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }

  char *text = ard_settings_write_yaml (settings, origins);
  g_autoptr (GBytes) written = g_bytes_new_take (text, strlen (text));

  if (!ard_settings_read (again, NULL, "again.yml", written, &error))
    g_error ("%s\n%s", error->message, text);
  ard_settings_seal (settings);
  ard_settings_seal (again);
  g_assert_cmpstr (settings->digest, ==, again->digest);
  return 0;
}

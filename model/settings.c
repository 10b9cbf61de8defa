#include "model/settings.h"

#include "model/rule.h"

#define OFFSET(group, key) G_STRUCT_OFFSET (ArdSettings, group##_##key)

const ArdSettingRow ard_setting_rows[] = {
#define ARD_RANGE(group, key, unit, min, max, low, likely, high, doc) \
  { #group, #key, ARD_SETTING_RANGE, unit, min, max, OFFSET (group, key), doc },
#define ARD_NUMBER(group, key, unit, min, max, value, doc) \
  { #group, #key, ARD_SETTING_NUMBER, unit, min, max, OFFSET (group, key), doc },
#define ARD_FLAG(group, key, value, doc) { #group, #key, ARD_SETTING_FLAG, "", 0, 1, OFFSET (group, key), doc },
#define ARD_TEXT(group, key, value, doc) { #group, #key, ARD_SETTING_TEXT, "", 0, 0, OFFSET (group, key), doc },
#define ARD_LIST(group, key, values, doc) { #group, #key, ARD_SETTING_LIST, "", 0, 0, OFFSET (group, key), doc },
#include "model/settings.def"
#undef ARD_RANGE
#undef ARD_NUMBER
#undef ARD_FLAG
#undef ARD_TEXT
#undef ARD_LIST
};

const guint ard_n_setting_rows = G_N_ELEMENTS (ard_setting_rows);

static char **
split (const char *values)
{
  return *values ? g_strsplit (values, "\n", -1) : g_new0 (char *, 1);
}

static void
clear_suppression (gpointer data)
{
  ArdSuppression *suppression = data;

  g_free (suppression->rule);
  g_free (suppression->path);
  g_free (suppression->until);
  g_free (suppression->because);
}

ArdSettings *
ard_settings_new (void)
{
  ArdSettings *settings = g_new0 (ArdSettings, 1);

#define ARD_RANGE(group, key, unit, min, max, low, likely, high, doc) \
  settings->group##_##key = (ArdRange){ low, likely, high };
#define ARD_NUMBER(group, key, unit, min, max, value, doc) settings->group##_##key = value;
#define ARD_FLAG(group, key, value, doc) settings->group##_##key = value;
#define ARD_TEXT(group, key, value, doc) settings->group##_##key = g_strdup (value);
#define ARD_LIST(group, key, values, doc) settings->group##_##key = split (values);
#include "model/settings.def"
#undef ARD_RANGE
#undef ARD_NUMBER
#undef ARD_FLAG
#undef ARD_TEXT
#undef ARD_LIST

  settings->rules = g_new0 (ArdRuleSettings, ard_n_rules);
  for (guint i = 0; i < ard_n_rules; i++)
    settings->rules[i] = ard_rules[i].defaults;

  settings->suppressions = g_array_new (FALSE, FALSE, sizeof (ArdSuppression));
  g_array_set_clear_func (settings->suppressions, clear_suppression);
  return settings;
}

void
ard_settings_free (ArdSettings *settings)
{
  for (guint i = 0; i < ard_n_setting_rows; i++) {
    gpointer field = G_STRUCT_MEMBER_P (settings, ard_setting_rows[i].offset);

    if (ard_setting_rows[i].type == ARD_SETTING_TEXT)
      g_free (*(char **) field);
    else if (ard_setting_rows[i].type == ARD_SETTING_LIST)
      g_strfreev (*(char ***) field);
  }
  g_free (settings->rules);
  g_array_unref (settings->suppressions);
  g_free (settings);
}

static void
digest_number (GChecksum *sum, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (text, sizeof text, value);
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
digest_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
digest_row (GChecksum *sum, const ArdSettings *settings, const ArdSettingRow *row)
{
  gconstpointer field = G_STRUCT_MEMBER_P (settings, row->offset);

  digest_text (sum, row->group);
  digest_text (sum, row->key);
  switch (row->type) {
  case ARD_SETTING_RANGE:
    digest_number (sum, ((const ArdRange *) field)->low);
    digest_number (sum, ((const ArdRange *) field)->likely);
    digest_number (sum, ((const ArdRange *) field)->high);
    break;
  case ARD_SETTING_NUMBER:
    digest_number (sum, *(const double *) field);
    break;
  case ARD_SETTING_FLAG:
    digest_number (sum, *(const gboolean *) field);
    break;
  case ARD_SETTING_TEXT:
    digest_text (sum, *(char *const *) field);
    break;
  case ARD_SETTING_LIST:
    for (char **value = *(char **const *) field; *value; value++)
      digest_text (sum, *value);
    break;
  }
}

static void
digest_rule (GChecksum *sum, guint rule, const ArdRuleSettings *numbers)
{
  const double values[] = { numbers->enabled,        numbers->attention,        numbers->critical,
                            numbers->test_attention, numbers->test_critical,    numbers->w_time,
                            numbers->w_incident,     numbers->recoverable_time, numbers->recoverable_incident };

  digest_text (sum, ard_rules[rule].id);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    digest_number (sum, values[i]);
}

void
ard_settings_seal (ArdSettings *settings)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < ard_n_setting_rows; i++)
    digest_row (sum, settings, &ard_setting_rows[i]);
  for (guint i = 0; i < ard_n_rules; i++)
    digest_rule (sum, i, &settings->rules[i]);
  for (guint i = 0; i < settings->suppressions->len; i++) {
    const ArdSuppression *row = &g_array_index (settings->suppressions, ArdSuppression, i);

    digest_text (sum, row->rule);
    digest_text (sum, row->path);
    digest_text (sum, row->until);
    digest_text (sum, row->because);
  }
  g_strlcpy (settings->digest, g_checksum_get_string (sum), sizeof settings->digest);
}

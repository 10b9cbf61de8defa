#ifndef ARD_SETTINGS_FILE_H
#define ARD_SETTINGS_FILE_H

#include "model/rule.h"
#include "model/settings.h"

/*
 * The settings file (.ardoise.yml): YAML checked against settings.def and the
 * rule catalogue. The file belongs to the analysed tree, so it is not trusted:
 * bounded in size and depth, no aliases, no tags, one document.
 */

/* One key of a rule; offset is that of the field in ArdRuleSettings. */
typedef struct {
  const char *key;
  ArdSettingType type; /* flag or number */
  double min, max;
  gsize offset;
  const char *doc;
} ArdRuleKey;

#define ARD_N_RULE_KEYS 9
extern const ArdRuleKey ard_rule_keys[ARD_N_RULE_KEYS];

/* Line of the file on which each value was set; 0: the default. */
typedef struct {
  char *file; /* as people know it; NULL: there was none */
  guint *rows;                     /* one a row of settings.def */
  guint (*rules)[ARD_N_RULE_KEYS]; /* one a rule of the catalogue */
} ArdOrigins;

ArdOrigins *ard_origins_new (const char *file);
void ard_origins_free (ArdOrigins *origins);

/*
 * Read YAML over settings, which hold the defaults.
 *
 * name     of the file, for messages and origins
 * origins  may be NULL
 * Errors:  ARD_ERROR_USAGE naming file, line, key and, for an unknown key, the
 *          nearest valid one; settings then hold a part of the file
 */
gboolean ard_settings_read (ArdSettings *settings, ArdOrigins *origins, const char *name, GBytes *yaml,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdOrigins, ard_origins_free)

#endif

#ifndef ARD_SETTINGS_H
#define ARD_SETTINGS_H

#include <glib.h>

/*
 * What can be changed from outside. The rows live in settings.def and, for the
 * rules' thresholds and weights, in the catalogue (model/rule.h); cli/ reads the
 * YAML file into this; everyone else holds it const.
 */
typedef struct {
  double low, likely, high;
} ArdRange;

/* A finding that somebody decided to live with, from the settings file. */
typedef struct {
  char *rule;    /* rule id, or "*"; owned */
  char *path;    /* glob; owned */
  char *until;   /* ISO date, required; owned */
  char *because; /* required; owned */
} ArdSuppression;

/* The effective numbers of one rule: the catalogue's, unless settings say otherwise. */
typedef struct {
  gboolean enabled;
  double attention, critical;                    /* in the rule's unit */
  double test_attention, test_critical;          /* the same for test code */
  double w_time, w_incident;                     /* in [0, 1) */
  double recoverable_time, recoverable_incident; /* in [0, 1] */
} ArdRuleSettings;

typedef struct {
#define ARD_RANGE(group, key, unit, min, max, low, likely, high, doc) ArdRange group##_##key;
#define ARD_NUMBER(group, key, unit, min, max, value, doc) double group##_##key;
#define ARD_FLAG(group, key, value, doc) gboolean group##_##key;
#define ARD_TEXT(group, key, value, doc) char *group##_##key;
#define ARD_LIST(group, key, values, doc) char **group##_##key;
#include "model/settings.def"
#undef ARD_RANGE
#undef ARD_NUMBER
#undef ARD_FLAG
#undef ARD_TEXT
#undef ARD_LIST
  ArdRuleSettings *rules; /* one per row of the catalogue, same order */
  GArray *suppressions;   /* of ArdSuppression */
  char digest[65];        /* hex SHA-256 of the effective values; ard_settings_seal */
} ArdSettings;

typedef enum {
  ARD_SETTING_RANGE,
  ARD_SETTING_NUMBER,
  ARD_SETTING_FLAG,
  ARD_SETTING_TEXT,
  ARD_SETTING_LIST
} ArdSettingType;

/* One row of settings.def. offset is that of the field in ArdSettings. */
typedef struct {
  const char *group, *key;
  ArdSettingType type;
  const char *unit; /* "" where there is none */
  double min, max;  /* numbers and ranges */
  gsize offset;
  const char *doc;
} ArdSettingRow;

extern const ArdSettingRow ard_setting_rows[];
extern const guint ard_n_setting_rows;

/* Settings with every default in place, digest unset; yours. */
ArdSettings *ard_settings_new (void);
void ard_settings_free (ArdSettings *settings);

/* Compute the digest. Call once, after the last change. */
void ard_settings_seal (ArdSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdSettings, ard_settings_free)

#endif

#include <string.h>

#include "model/rule.h"

/* thresholds: enabled, attention, critical, test attention, test critical, w_time, w_incident, recoverable time,
 * incident */
const ArdRule ard_rules[] = {
  { .id = "oversized-file",
    .family = "size",
    .measure = "lines of code",
    .unit = "lines",
    .source = "house",
    .defaults = { TRUE, 750, 2000, 1500, 4000, 0.20, 0.15, 0.7, 0.5 },
    .remediation = { 4, 0.01, "lines above the attention threshold", "file-shape", 0.2, 0.5, 0.3 },
    .priority = ARD_PRIORITY_MEDIUM,
    .type = ARD_DEBT_ARCHITECTURE,
    .boxes = ARD_BOX_SLOWS_FEATURES | ARD_BOX_HARD_ONBOARDING,
    .gates = TRUE },
};

const guint ard_n_rules = G_N_ELEMENTS (ard_rules);

guint
ard_rule_find (const char *id)
{
  for (guint i = 0; i < ard_n_rules; i++)
    if (strcmp (ard_rules[i].id, id) == 0)
      return i;
  return ard_n_rules;
}

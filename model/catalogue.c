#include <string.h>

#include "model/rule.h"

/* defaults: enabled, attention, critical, test attention, test critical, w_time, w_incident, recoverable time,
 * recoverable incident. remediation: constant h, h per quantity, quantity, group, investigation, implementation,
 * testing. */
/* clang-format off */
const ArdRule ard_rules[] = {
#include "model/rules/size.def"
#include "model/rules/shape.def"
#include "model/rules/change.def"
#include "model/rules/admitted.def"
#include "model/rules/errors.def"
#include "model/rules/duplication.def"
#include "model/rules/architecture.def"
#include "model/rules/speculation.def"
#include "model/rules/tests.def"
#include "model/rules/knowledge.def"
};
/* clang-format on */

const guint ard_n_rules = G_N_ELEMENTS (ard_rules);

guint
ard_rule_find (const char *id)
{
  for (guint i = 0; i < ard_n_rules; i++)
    if (strcmp (ard_rules[i].id, id) == 0)
      return i;
  return ard_n_rules;
}

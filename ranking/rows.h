#ifndef ARD_RANKING_ROWS_H
#define ARD_RANKING_ROWS_H

#include "ranking/trial.h"

/* The names of the fields, then the rows of one trial, as ard_trials_write says. */
void ard_trial_write_names (GString *text);
void ard_trial_write (GString *text, const ArdTrial *trial);

#endif

#ifndef ARD_RANKING_WEIGHTS_H
#define ARD_RANKING_WEIGHTS_H

#include "model/settings.h"

/* The house's weights, or those of ranking.weights where it has some; ARD_N_TERMS. Lines that ard_ranking_why_wrong
 * names are passed over. */
void ard_weights_read (const ArdSettings *settings, double *weights);

/* Lines "term weight", one a term; yours. */
char **ard_weights_write (const double *weights);

#endif

#ifndef SANCT_COMPAT_H
#define SANCT_COMPAT_H

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#endif

EXTENSION = sanctmatch
EXTVERSION = $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" sanctmatch.control)

MODULE_big = sanctmatch

# facts: tables generated from src/data/*.tsv
DATA_OBJS = \
	src/data/syllable_table.o

# names: pure C, no PostgreSQL header
NAME_OBJS = \
	src/name/text.o

# glue
PG_OBJS = \
	src/pg/module.o

OBJS = $(DATA_OBJS) $(NAME_OBJS) $(PG_OBJS)

DATA = $(wildcard sql/sanctmatch--*.sql)
REGRESS = $(filter-out sanctmatch--%,$(patsubst sql/%.sql,%,$(wildcard sql/*.sql)))
REGRESS_OPTS = --load-extension=$(EXTENSION)

PG_CPPFLAGS = -I$(srcdir)/src $(shell pkg-config --cflags icu-uc libxml-2.0)
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -fvisibility=hidden
SHLIB_LINK += $(shell pkg-config --libs icu-uc libxml-2.0)

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
ifneq ($(PGXS),)
include $(PGXS)
endif

# C tables of the facts
PERL ?= perl
src/data/%_table.c: src/data/%.pl src/data/tables.pm
	$(PERL) -Isrc/data $< > $@.tmp && mv $@.tmp $@

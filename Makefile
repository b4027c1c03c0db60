EXTENSION = sanctmatch
EXTVERSION = $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" sanctmatch.control)

MODULE_big = sanctmatch

# facts: tables generated from src/data/*.tsv
DATA_OBJS = \
	src/data/hangul_table.o \
	src/data/hanja_table.o \
	src/data/homoglyph_table.o \
	src/data/kana_table.o \
	src/data/log_table.o \
	src/data/phrase_table.o \
	src/data/romanize_table.o \
	src/data/spelling_table.o \
	src/data/syllable_table.o \
	src/data/word_table.o

# names: pure C, no PostgreSQL header
NAME_OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/name/*.c src/name/*/*.c)))

# glue
PG_OBJS = \
	src/pg/actor.o \
	src/pg/alert.o \
	src/pg/clearance.o \
	src/pg/csv.o \
	src/pg/dates.o \
	src/pg/decision.o \
	src/pg/encoding.o \
	src/pg/entry_type.o \
	src/pg/estimate.o \
	src/pg/eu.o \
	src/pg/extension.o \
	src/pg/explain.o \
	src/pg/gist.o \
	src/pg/guard.o \
	src/pg/guard_attach.o \
	src/pg/guard_check.o \
	src/pg/guard_columns.o \
	src/pg/guard_lists.o \
	src/pg/guard_options.o \
	src/pg/guard_row.o \
	src/pg/guard_screen.o \
	src/pg/guard_stop.o \
	src/pg/import_eu_csv.o \
	src/pg/import_eu_xml.o \
	src/pg/import_ofac_advanced_xml.o \
	src/pg/import_ofac_csv.o \
	src/pg/import_ofac_xml.o \
	src/pg/import_opensanctions_csv.o \
	src/pg/import_table.o \
	src/pg/import_uk_csv.o \
	src/pg/import_uk_xml.o \
	src/pg/import_un_xml.o \
	src/pg/index_check.o \
	src/pg/keys.o \
	src/pg/list.o \
	src/pg/list_admin.o \
	src/pg/list_content.o \
	src/pg/list_entry.o \
	src/pg/list_names.o \
	src/pg/list_rows.o \
	src/pg/loaded.o \
	src/pg/mark.o \
	src/pg/matcher.o \
	src/pg/module.o \
	src/pg/ofac.o \
	src/pg/operators.o \
	src/pg/quarantine.o \
	src/pg/query.o \
	src/pg/release.o \
	src/pg/remarks.o \
	src/pg/rescreen.o \
	src/pg/own_scan.o \
	src/pg/romanize.o \
	src/pg/row_security.o \
	src/pg/screen.o \
	src/pg/screen_table.o \
	src/pg/shown.o \
	src/pg/source.o \
	src/pg/status.o \
	src/pg/stored.o \
	src/pg/support.o \
	src/pg/table_change.o \
	src/pg/table_query.o \
	src/pg/trail.o \
	src/pg/triggers.o \
	src/pg/types.o \
	src/pg/uk.o \
	src/pg/unread.o \
	src/pg/versions.o \
	src/pg/xml.o \
	src/pg/xml_period.o

OBJS = $(DATA_OBJS) $(NAME_OBJS) $(PG_OBJS)

SCRIPTS = bin/sanctload
DATA = $(wildcard sql/sanctmatch--*.sql)
REGRESS = leftovers $(filter-out leftovers sanctmatch--%,$(patsubst sql/%.sql,%,$(wildcard sql/*.sql)))
REGRESS_OPTS = --load-extension=$(EXTENSION)
# names of many scripts; what other encodings do is tried by test/t/003_encodings.pl
ENCODING = UTF8
ISOLATION = $(patsubst specs/%.spec,%,$(wildcard specs/*.spec))
ISOLATION_OPTS = --load-extension=$(EXTENSION)

PG_CPPFLAGS = -DSANCT_EXTVERSION='"$(EXTVERSION)"' -I$(srcdir)/src $(shell pkg-config --cflags icu-uc libxml-2.0)
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare
SHLIB_LINK += $(shell pkg-config --libs icu-uc libxml-2.0)
# PostgreSQL loads modules so that each sees the others: one loaded before must not take the place of our functions
SHLIB_LINK += $(if $(filter linux freebsd netbsd openbsd,$(PORTNAME)),$(LINK_OWN))
LINK_OWN = -Wl,-Bsymbolic -Wl,--version-script=$(srcdir)/src/pg/exports.map

PG_CONFIG ?= pg_config
PGXS := $(wildcard $(shell $(PG_CONFIG) --pgxs 2>/dev/null))
ifneq ($(PGXS),)
include $(PGXS)
ifneq ($(filter 9.% 10 11 12 13 14,$(MAJORVERSION)),)
$(error sanctmatch needs PostgreSQL 15 or later, but $(PG_CONFIG) is of $(VERSION))
endif
endif

EXTRA_CLEAN = src/data/*_table.c

# A change of a header rebuilds everything: the sources are few
$(OBJS) $(OBJS:.o=.bc): $(wildcard src/*/*.h src/*/*/*.h)

# What a table gets wrong is an error, not a warning among others
$(DATA_OBJS): PG_CFLAGS += -Werror

# C tables of the facts
PERL ?= perl
src/data/%_table.c: src/data/%.pl $(wildcard src/data/*.pm src/data/*.tsv)
	$(PERL) -Isrc/data $< > $@.tmp && mv $@.tmp $@

include test/targets.mk

EXTENSION = sanctmatch
EXTVERSION = $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" sanctmatch.control)

MODULE_big = sanctmatch

# facts: tables generated from src/data/*.tsv
DATA_OBJS = \
	src/data/beside_table.o \
	src/data/birth_bits_table.o \
	src/data/country_table.o \
	src/data/document_kind_table.o \
	src/data/evidence_bits_table.o \
	src/data/hangul_table.o \
	src/data/hanja_table.o \
	src/data/homoglyph_table.o \
	src/data/kana_table.o \
	src/data/log_table.o \
	src/data/marker_table.o \
	src/data/nothing_table.o \
	src/data/phrase_table.o \
	src/data/place_word_table.o \
	src/data/romanize_table.o \
	src/data/sign_table.o \
	src/data/sound_table.o \
	src/data/spelling_table.o \
	src/data/syllable_table.o \
	src/data/word_table.o

# names: pure C, no PostgreSQL header
NAME_OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/name/*.c src/name/*/*.c)))

# glue
PG_OBJS = \
	src/pg/base/actor.o \
	src/pg/base/encoding.o \
	src/pg/base/extension.o \
	src/pg/base/json_columns.o \
	src/pg/base/own_objects.o \
	src/pg/base/own_scan.o \
	src/pg/base/plain_output.o \
	src/pg/base/row_field.o \
	src/pg/base/shown.o \
	src/pg/base/table_change.o \
	src/pg/base/table_query.o \
	src/pg/type/blocking_keys.o \
	src/pg/type/checked.o \
	src/pg/type/explain.o \
	src/pg/type/operators.o \
	src/pg/type/query_type.o \
	src/pg/type/read_name.o \
	src/pg/type/reading_type.o \
	src/pg/type/romanize_sql.o \
	src/pg/type/threshold.o \
	src/pg/type/unicode.o \
	src/pg/type/unread.o \
	src/pg/index/check_rows.o \
	src/pg/index/check_tree.o \
	src/pg/index/estimate.o \
	src/pg/index/gist.o \
	src/pg/index/index_check.o \
	src/pg/index/index_versions.o \
	src/pg/index/scan_notes.o \
	src/pg/index/support.o \
	src/pg/list/csv.o \
	src/pg/list/damage.o \
	src/pg/list/dates.o \
	src/pg/list/entry.o \
	src/pg/list/entry_file.o \
	src/pg/list/entry_rows.o \
	src/pg/list/entry_type.o \
	src/pg/list/loaded.o \
	src/pg/list/publish.o \
	src/pg/list/readers.o \
	src/pg/list/release.o \
	src/pg/list/retire.o \
	src/pg/list/row_security.o \
	src/pg/list/script.o \
	src/pg/list/several_names.o \
	src/pg/list/source.o \
	src/pg/list/xml.o \
	src/pg/list/xml_release.o \
	src/pg/format/eu.o \
	src/pg/format/eu_csv.o \
	src/pg/format/eu_xml.o \
	src/pg/format/ofac.o \
	src/pg/format/ofac_advanced_xml.o \
	src/pg/format/ofac_csv.o \
	src/pg/format/ofac_period.o \
	src/pg/format/ofac_remarks.o \
	src/pg/format/ofac_xml.o \
	src/pg/format/opensanctions_csv.o \
	src/pg/format/own_table.o \
	src/pg/format/uk.o \
	src/pg/format/uk_csv.o \
	src/pg/format/uk_xml.o \
	src/pg/format/un_xml.o \
	src/pg/screen/asked.o \
	src/pg/screen/by_index.o \
	src/pg/screen/hit.o \
	src/pg/screen/kept_lists.o \
	src/pg/screen/listed.o \
	src/pg/screen/rescreen.o \
	src/pg/screen/screen_name.o \
	src/pg/screen/screen_table.o \
	src/pg/screen/screening.o \
	src/pg/screen/watch.o \
	src/pg/trail/alert.o \
	src/pg/trail/append_only.o \
	src/pg/trail/person.o \
	src/pg/trail/quarantined.o \
	src/pg/guard/attach.o \
	src/pg/guard/call.o \
	src/pg/guard/check.o \
	src/pg/guard/columns.o \
	src/pg/guard/enable_triggers.o \
	src/pg/guard/keep_out.o \
	src/pg/guard/lists.o \
	src/pg/guard/mark_decided.o \
	src/pg/guard/options.o \
	src/pg/guard/screen_row.o \
	src/pg/guard/stop.o \
	src/pg/guard/subject.o \
	src/pg/guard/trigger.o \
	src/pg/guard/written_row.o \
	src/pg/desk/clearance.o \
	src/pg/desk/decision.o \
	src/pg/desk/mark.o \
	src/pg/desk/quarantine.o \
	src/pg/module.o \
	src/pg/status.o

OBJS = $(DATA_OBJS) $(NAME_OBJS) $(PG_OBJS)

SCRIPTS = bin/sanctload
DATA = $(wildcard sql/sanctmatch--*.sql)
REGRESS = leftovers $(filter-out leftovers sanctmatch--%,$(patsubst sql/%.sql,%,$(wildcard sql/*.sql)))
REGRESS_OPTS = --load-extension=$(EXTENSION)
# names of many scripts; what other encodings do is tried by test/t/003_encodings.pl
ENCODING = UTF8
ISOLATION = $(patsubst specs/%.spec,%,$(wildcard specs/*.spec))
ISOLATION_OPTS = --load-extension=$(EXTENSION)
# make installcheck runs these as well, on servers of their own
TAP_TESTS = 1
PROVE_TESTS = test/t/*.pl
export PG_ABS_SRCDIR = $(abspath $(or $(srcdir),.))

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
PROVE_FLAGS += -I test/perl -I test/t
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

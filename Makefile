EXTENSION = sanctmatch
EXTVERSION = $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" sanctmatch.control)

MODULE_big = sanctmatch

# facts: tables generated from src/data/*.tsv
DATA_OBJS = \
	src/data/abjad_table.o \
	src/data/beside_table.o \
	src/data/birth_bits_table.o \
	src/data/country_table.o \
	src/data/name_ending_table.o \
	src/data/cyrillic_language_table.o \
	src/data/devanagari_table.o \
	src/data/digraph_table.o \
	src/data/document_kind_table.o \
	src/data/entity_table.o \
	src/data/evidence_bits_table.o \
	src/data/given_name_table.o \
	src/data/han_table.o \
	src/data/hangul_table.o \
	src/data/hangul_word_table.o \
	src/data/hanja_table.o \
	src/data/homoglyph_table.o \
	src/data/japanese_name_table.o \
	src/data/kana_table.o \
	src/data/list_field_table.o \
	src/data/list_word_table.o \
	src/data/log_table.o \
	src/data/marker_table.o \
	src/data/nothing_table.o \
	src/data/particle_table.o \
	src/data/prose_word_table.o \
	src/data/phrase_table.o \
	src/data/place_word_table.o \
	src/data/publisher_list_table.o \
	src/data/list_program_table.o \
	src/data/respelling_table.o \
	src/data/romanize_table.o \
	src/data/sign_table.o \
	src/data/sound_table.o \
	src/data/spelling_table.o \
	src/data/syllable_table.o \
	src/data/thai_table.o \
	src/data/word_table.o \
	src/data/word_weight_table.o

# names: pure C, no PostgreSQL header
NAME_OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/name/*.c src/name/*/*.c)))

# glue
PG_OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/pg/*.c src/pg/*/*.c)))

OBJS = $(DATA_OBJS) $(NAME_OBJS) $(PG_OBJS)

SCRIPTS = bin/sanctload bin/sanctreport
MAN1 = man/sanctload.1 man/sanctreport.1
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
# no multiplication is fused with an addition: what is rounded is so on every machine
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -ffp-contract=off -ffunction-sections
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

# Debian's psql is not where its PostgreSQL is: the programs go where psql is found as well, and their pages where man
# looks for those of the programs there
PSQL_DIR ?= $(patsubst %/,%,$(dir $(shell command -v psql 2>/dev/null)))
PSQL_MAN_DIR = $(patsubst %/bin,%/share/man,$(filter %/bin,$(PSQL_DIR)))
ifneq ($(filter-out $(bindir),$(PSQL_DIR)),)
install: install-beside-psql
uninstall: uninstall-beside-psql
endif
install-beside-psql: | installdirs
	$(MKDIR_P) '$(DESTDIR)$(PSQL_DIR)'
	$(INSTALL_SCRIPT) $(addprefix $(srcdir)/,$(SCRIPTS)) '$(DESTDIR)$(PSQL_DIR)/'
ifneq ($(PSQL_MAN_DIR),)
	$(MKDIR_P) '$(DESTDIR)$(PSQL_MAN_DIR)/man1'
	$(INSTALL_DATA) $(addprefix $(srcdir)/,$(MAN1)) '$(DESTDIR)$(PSQL_MAN_DIR)/man1/'
endif
uninstall-beside-psql:
	rm -f $(SCRIPTS:bin/%='$(DESTDIR)$(PSQL_DIR)/%')
ifneq ($(PSQL_MAN_DIR),)
	rm -f $(MAN1:man/%='$(DESTDIR)$(PSQL_MAN_DIR)/man1/%')
endif
.PHONY: install-beside-psql uninstall-beside-psql

EXTRA_CLEAN = src/data/*_table.c

# PGXS looks for them in a directory bin below that of the programs
uninstall: uninstall-programs
.PHONY: uninstall-programs
uninstall-programs:
	rm -f $(SCRIPTS:bin/%='$(DESTDIR)$(bindir)/%')

# The manual pages, where those of PostgreSQL's programs are
install: install-man
.PHONY: install-man
install-man:
	$(MKDIR_P) '$(DESTDIR)$(shell $(PG_CONFIG) --mandir)/man1'
	$(INSTALL_DATA) $(MAN1) '$(DESTDIR)$(shell $(PG_CONFIG) --mandir)/man1/'
uninstall: uninstall-man
.PHONY: uninstall-man
uninstall-man:
	rm -f $(MAN1:man/%='$(DESTDIR)$(shell $(PG_CONFIG) --mandir)/man1/%')

# A change of a header rebuilds everything: the sources are few
$(OBJS) $(OBJS:.o=.bc): $(wildcard src/*/*.h src/*/*/*.h)

# What a table gets wrong is an error, not a warning among others
$(DATA_OBJS): PG_CFLAGS += -Werror

# C tables of the facts
PERL ?= perl
src/data/%_table.c: src/data/%.pl $(wildcard src/data/*.pm src/data/*.tsv)
	$(PERL) -Isrc/data $< > $@.tmp && mv $@.tmp $@

include test/targets.mk

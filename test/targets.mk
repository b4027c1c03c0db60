# Targets around the code: test, check-unit, demo, bench, accuracy, fuzz; test-matrix and test-upgrade stand in test/matrix.mk.
# Included at the end of the Makefile, which may have found no PostgreSQL yet: test/prepare installs what is missing and
# make starts over.

# A directory with real lists and name pairs; what needs it is skipped when it is absent
SHARED ?= ../shared

# The bitcode for LLVM takes longer than the tests and changes no answer
REMAKE = $(MAKE) --no-print-directory with_llvm=no
TEST_ENV = MAKE='$(MAKE)' PG_CONFIG='$(PG_CONFIG)' SHARED='$(SHARED)'

.PHONY: test check-unit demo bench accuracy fields fuzz
.PHONY: run-test run-demo run-bench run-accuracy

test demo bench accuracy fuzz:
	@PG_CONFIG='$(PG_CONFIG)' test/prepare $@
	@$(REMAKE) $(if $(filter demo,$@),-s) run-$@

# A part of them: make run-test UNIT_TESTS= REGRESS='query noise' ISOLATION= TAP=013_guard
TAP = *

# compiling queries takes longer than running them, and changes no answer
run-test: all build-unit build/fuzz/checked
	@$(TEST_ENV) SETTINGS='jit=off' UNIT_TESTS='$(UNIT_TESTS)' REGRESS='$(REGRESS)' REGRESS_OPTS='$(REGRESS_OPTS)' \
		ISOLATION='$(ISOLATION)' ISOLATION_OPTS='$(ISOLATION_OPTS)' TAP='$(TAP)' test/run

check-unit: build-unit
	@SHARED='$(SHARED)' UNIT_TESTS='$(UNIT_TESTS)' test/run unit

# make demo LIST=directory screens against a downloaded list
run-demo: all
	@$(TEST_ENV) LIST='$(LIST)' test/with_server test/demo

# leaves a table for the README in build/bench.md, a chart in build/growth.svg
run-bench: all
	@$(TEST_ENV) SETTINGS='shared_buffers=2GB' test/with_server test/bench
	@cp build/out/bench.md build/out/growth.svg build/

# leaves a table for the README in build/accuracy.md
run-accuracy: all build/unit/rarity
	@$(TEST_ENV) test/with_server test/accuracy
	@$(TEST_ENV) build/unit/rarity print
	@cp build/out/accuracy.md build/accuracy.md

# What is found of listed names that have something beside them, and who alerts of people who are not listed
FIELDS_OBJS = $(patsubst %.o,build/fast/%.o,$(NAME_OBJS) $(DATA_OBJS))
OFAC = $(SHARED)/lists/ofac/2024-03

$(FIELDS_OBJS): build/fast/%.o: %.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -Isrc $(shell pkg-config --cflags icu-uc) -MMD -MP -c $< -o $@

build/fields: test/fields.c $(FIELDS_OBJS)
	$(CC) -std=gnu11 -O2 -D_GNU_SOURCE -Isrc $^ $(shell pkg-config --libs icu-uc) -lm -o $@

-include $(FIELDS_OBJS:.o=.d)

fields: build/fields
	@test/fields_gen $(OFAC) $(SHARED)/pairs/customers.tsv | build/fields $(OFAC)
	@test/fields_gen $(OFAC) $(SHARED)/pairs/customers.tsv noise | build/fields $(OFAC) noise

# Unit tests: the names and the facts without PostgreSQL, with the sanitizers where the compiler has them.  Arrays at the end of
# a struct are watched like others, and what was not set is not by chance 0, where it can do that too.
UNIT_TESTS = $(patsubst test/unit/%.c,build/unit/%,$(wildcard test/unit/*.c))
UNIT_OBJS = $(patsubst %.o,build/unit/%.o,$(NAME_OBJS) $(DATA_OBJS))
UNIT_CFLAGS = -std=gnu11 -O1 -g -fno-omit-frame-pointer -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare \
	$(UNIT_SANITIZE) -Isrc $(shell pkg-config --cflags icu-uc)
UNIT_SANITIZE = $(eval UNIT_SANITIZE := $(shell mkdir -p build/unit; for strict in ',bounds-strict -ftrivial-auto-var-init=pattern' ''; do \
	flags="-fsanitize=address,undefined$$strict -fno-sanitize-recover=all"; \
	echo 'int main(void) { return 0; }' | $(CC) -xc - $$flags -o build/unit/.probe 2>/dev/null && echo "$$flags" && break; done))$(UNIT_SANITIZE)

.PHONY: build-unit
build-unit: $(UNIT_TESTS)

$(UNIT_OBJS): build/unit/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(UNIT_CFLAGS) -MMD -MP -c $< -o $@

build/libsanctname.a: $(UNIT_OBJS)
	@rm -f $@
	$(AR) rcs $@ $^

$(UNIT_TESTS): build/unit/%: test/unit/%.c build/libsanctname.a
	@mkdir -p $(@D)
	$(CC) $(UNIT_CFLAGS) -MMD -MP $< build/libsanctname.a $(shell pkg-config --libs icu-uc) -lm -o $@

# Imports of documents of 1.3 GB each, and what memory they take: make test-large FORMATS='un_xml eu_csv' SANCT_LARGE_MB=130
.PHONY: test-large
test-large:
	@SANCT_LARGE_MB=$(or $(SANCT_LARGE_MB),1300) SANCT_LARGE_FORMATS='$(FORMATS)' $(MAKE) run-test REGRESS=catalog \
		ISOLATION=status-locks TAP='$(if $(FORMATS),,006_large) 028_memory' UNIT_TESTS=

# Does the source keep to its own plan?  What it counts stands in src/README.md
.PHONY: house
house:
	@test/house

include test/fuzz.mk
include test/instrument.mk

include test/matrix.mk

include test/mutants.mk

-include $(UNIT_OBJS:.o=.d) $(UNIT_TESTS:=.d)

clean: clean-build
.PHONY: clean-build
clean-build:
	rm -rf build

# Without PostgreSQL's makefiles there is nothing to build with
ifeq ($(wildcard $(PGXS)),)
.DEFAULT_GOAL := all
.PHONY: all install installcheck
all install installcheck:
	@echo "No PostgreSQL to build for: install postgresql-server-dev-NN (or point PG_CONFIG to a pg_config)," >&2; \
	echo "or run 'make test' as root, which installs what a Debian machine lacks." >&2; exit 1
endif

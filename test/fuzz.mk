# Fuzzing: make fuzz FUZZ_SECONDS=600 FUZZ_TARGETS='xml un_xml' looks for inputs that break what reads them, one target
# after the other.  The corpus of a target stays in build/fuzz/corpus/TARGET, a finding in build/fuzz/TARGET-*.

FUZZ_SECONDS ?= 20
FUZZ_CC = clang
FUZZ_SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=undefined
FUZZ_CFLAGS = -std=gnu11 -O2 -g -fno-omit-frame-pointer -ffunction-sections -Wall -Wno-ignored-attributes $(FUZZ_SANITIZE) \
	-fsanitize=fuzzer-no-link -Isrc $(shell pkg-config --cflags icu-uc libxml-2.0)
FUZZ_PG_CFLAGS = -I$(shell $(PG_CONFIG) --includedir-server) -D_GNU_SOURCE -fno-strict-aliasing -fwrapv
# The server's parser of JSON
FUZZ_JSON = $(firstword $(wildcard $(foreach dir,--pkglibdir --libdir,$(shell $(PG_CONFIG) $(dir))/libpgcommon.a)))
FUZZ_LIBS = $(FUZZ_JSON) $(shell pkg-config --libs icu-uc libxml-2.0) -lm

# Each importer of a file in one of the publishers' formats
FUZZ_IMPORTERS = $(shell sed -n 's/^PG_FUNCTION_INFO_V1(sanct_import_\(.*\));/\1/p' $(filter-out %/own_table.c,$(wildcard src/pg/format/*.c)))
FUZZ_READERS = remarks csv xml query stored
FUZZ_TARGETS = name $(FUZZ_READERS) $(FUZZ_IMPORTERS)

FUZZ_STUBS = stub_data stub_error stub_memory stub_pg stub_sort stub_text

# What the stubs take the place of
FUZZ_REPLACED = src/pg/type/unicode.o src/pg/index/scan_notes.o

FUZZ_NAME_OBJS = $(patsubst %.o,build/fuzz/%.o,$(NAME_OBJS) $(DATA_OBJS))
FUZZ_PG_OBJS = $(patsubst %,build/fuzz/%,$(filter-out src/pg/type/unicode.o src/pg/index/scan_notes.o,$(PG_OBJS))) $(FUZZ_STUBS:%=build/fuzz/test/fuzz/%.o)
FUZZ_IMPORT_OBJS = $(FUZZ_IMPORTERS:%=build/fuzz/import/%.o)

$(FUZZ_NAME_OBJS) build/fuzz/test/fuzz/name.o build/fuzz/test/fuzz/mutate_xml.o: build/fuzz/%.o: %.c
	@mkdir -p $(@D)
	$(FUZZ_CC) $(FUZZ_CFLAGS) -MMD -MP -c $< -o $@

$(FUZZ_PG_OBJS) $(FUZZ_READERS:%=build/fuzz/test/fuzz/%.o): build/fuzz/%.o: %.c
	@mkdir -p $(@D)
	$(FUZZ_CC) $(FUZZ_CFLAGS) $(FUZZ_PG_CFLAGS) -MMD -MP -c $< -o $@

$(FUZZ_IMPORT_OBJS): build/fuzz/import/%.o: test/fuzz/import.c
	@mkdir -p $(@D)
	$(FUZZ_CC) $(FUZZ_CFLAGS) $(FUZZ_PG_CFLAGS) -DIMPORTER=$* -MMD -MP -c $< -o $@

build/fuzz/libfuzz.a: $(FUZZ_NAME_OBJS) $(FUZZ_PG_OBJS)
	@rm -f $@
	$(AR) rcs $@ $^

# What is not called needs no stub of what it calls
FUZZ_LINK = $(FUZZ_CC) $(FUZZ_SANITIZE) -fsanitize=fuzzer -Wl,--gc-sections $^ $(FUZZ_LIBS) -o $@

$(patsubst %,build/fuzz/fuzz_%,$(filter %xml,$(FUZZ_TARGETS))): build/fuzz/test/fuzz/mutate_xml.o

$(FUZZ_IMPORTERS:%=build/fuzz/fuzz_%): build/fuzz/fuzz_%: build/fuzz/import/%.o build/fuzz/libfuzz.a
	$(FUZZ_LINK)

$(patsubst %,build/fuzz/fuzz_%,name $(FUZZ_READERS)): build/fuzz/fuzz_%: build/fuzz/test/fuzz/%.o build/fuzz/libfuzz.a
	$(FUZZ_LINK)

# The targets are compiled and linked by every run of the tests, so that they stay in step with what they fuzz; the stubs
# stand for functions as this version of the server has them
FUZZ_MAJOR = 15
FUZZ_CHECK = $(CC) -std=gnu11 -Wall -Werror -Isrc $(shell pkg-config --cflags icu-uc libxml-2.0) $(FUZZ_PG_CFLAGS)
FUZZ_CHECK_LINK = $(CC) -nostartfiles -Wl,--gc-sections -Wl,-e,LLVMFuzzerTestOneInput

ifeq ($(MAJORVERSION),$(FUZZ_MAJOR))
build/fuzz/checked: $(wildcard test/fuzz/*.c test/fuzz/*.h) $(OBJS)
	@mkdir -p build/fuzz/check
	@for file in $(FUZZ_STUBS) name $(FUZZ_READERS); do \
		$(FUZZ_CHECK) -c test/fuzz/$$file.c -o build/fuzz/check/$$file.o || exit; \
	done
	@for importer in $(FUZZ_IMPORTERS); do \
		$(FUZZ_CHECK) -DIMPORTER=$$importer -c test/fuzz/import.c -o build/fuzz/check/$$importer.o || exit; \
	done
	@rm -f build/fuzz/check/lib.a
	@$(AR) rcs build/fuzz/check/lib.a $(filter-out $(FUZZ_REPLACED),$(OBJS)) $(FUZZ_STUBS:%=build/fuzz/check/%.o)
	@for target in $(FUZZ_TARGETS); do \
		$(FUZZ_CHECK_LINK) build/fuzz/check/$$target.o build/fuzz/check/lib.a $(FUZZ_LIBS) -o build/fuzz/check/$$target || exit; \
	done
	@touch $@
else
build/fuzz/checked:
	@echo "Fuzz targets are made for PostgreSQL $(FUZZ_MAJOR) alone: left out."
endif

.PHONY: build-fuzz run-fuzz check-fuzz-server
build-fuzz: check-fuzz-server $(FUZZ_TARGETS:%=build/fuzz/fuzz_%)

check-fuzz-server:
	@[ '$(MAJORVERSION)' = $(FUZZ_MAJOR) ] || { \
		echo "Fuzz targets are made for PostgreSQL $(FUZZ_MAJOR) alone, this is $(MAJORVERSION): set PG_CONFIG." >&2; exit 1; }

run-fuzz: build-fuzz
	@FUZZ_SECONDS='$(FUZZ_SECONDS)' FUZZ_ARGS='$(FUZZ_ARGS)' test/fuzz/run $(FUZZ_TARGETS)

-include $(patsubst %.o,%.d,$(FUZZ_NAME_OBJS) $(FUZZ_PG_OBJS) $(FUZZ_IMPORT_OBJS) $(wildcard build/fuzz/test/fuzz/*.o))

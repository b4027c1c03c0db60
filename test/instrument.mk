# Builds that watch the extension at work, each in a copy of the project below build/, so that their objects never mix
# with the usual ones.

# make check-asan: the tests that need a server, with the extension under the sanitizers; TAP= leaves the TAP files out
ASAN_FLAGS = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -U_FORTIFY_SOURCE -O1
ASAN_OPTIONS = detect_leaks=0:abort_on_error=1:detect_stack_use_after_return=1:log_path=@out@/asan
define ASAN_ENV
LD_PRELOAD=$(shell $(CC) -print-file-name=libasan.so):@out@/../test/asan_first.so
ASAN_OPTIONS=$(ASAN_OPTIONS)
UBSAN_OPTIONS=print_stacktrace=1
endef
export ASAN_ENV

# make coverage: which lines the tests run, a table by file; fails below COVERAGE_MIN percent of src/
COVERAGE_MIN = 90
define COVERAGE_ENV
GCOV_PREFIX=@out@/gcov
endef
export COVERAGE_ENV

.PHONY: check-asan run-check-asan coverage run-coverage
check-asan coverage:
	@PG_CONFIG='$(PG_CONFIG)' test/prepare test
	@$(REMAKE) run-$@

run-check-asan:
	@test/copy build/asan
	@rm -rf build/asan/build/out
	@$(CC) -shared -fPIC -Wl,-z,initfirst test/asan_first.c -o build/asan/test/asan_first.so
	@SERVER_ENV="$$ASAN_ENV" $(MAKE) -C build/asan SHARED='$(abspath $(SHARED))' PROFILE='$(ASAN_FLAGS)' TAP='$(TAP)' \
		UNIT_TESTS= run-test; status=$$?; ! cat build/asan/build/out/asan.* 2>/dev/null && exit $$status

run-coverage:
	@test/copy build/coverage
	@find build/coverage -name '*.gcda' -delete
	@rm -rf build/coverage/build/out
	@SERVER_ENV="$$COVERAGE_ENV" $(MAKE) -C build/coverage SHARED='$(abspath $(SHARED))' PROFILE='--coverage -O0' \
		UNIT_SANITIZE=--coverage TAP='$(TAP)' run-test || true
	@test/coverage build/coverage $(COVERAGE_MIN)

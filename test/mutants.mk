# How strong the tests are: make mutants SEED=1 COUNT=20 FILES='src/pg/list/csv.c src/pg/list/xml.c' changes random lines and looks
# which changes the tests find; test/mutants says more.  It takes minutes for each change that they do not find.
SEED ?= 1
COUNT ?= 20
FILES ?=

.PHONY: mutants
mutants:
	@PG_CONFIG='$(PG_CONFIG)' test/prepare test
	@$(TEST_ENV) test/mutants $(SEED) $(COUNT) $(FILES)

# make test-matrix runs the README's commands on the systems that test/matrix lists, MATRIX="sid debian-13" on these alone.
# It needs root, and a mirror of Debian that apt knows; it takes minutes for each system.
MATRIX ?=

.PHONY: test-matrix
test-matrix:
	@test/prepare matrix
	@test/matrix $(MATRIX)

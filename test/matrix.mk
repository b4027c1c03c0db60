# make test-matrix runs the README's commands on the systems that test/roots lists, MATRIX="sid debian-13" on these alone.
# make test-upgrade goes by pg_upgrade from the PostgreSQL of one to that of the next, UPGRADE="debian-12 sid" from 15 to 18 at once.
# They need root, and a mirror of Debian that apt knows; they take minutes for each system.
MATRIX ?=
UPGRADE ?=

.PHONY: test-matrix test-upgrade
test-matrix:
	@test/prepare matrix
	@test/matrix $(MATRIX)

test-upgrade:
	@test/prepare matrix
	@test/upgrade $(UPGRADE)

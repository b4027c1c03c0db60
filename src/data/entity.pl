#!/usr/bin/perl
# Writes the table of the names of characters
use strict;
use warnings;
use tables;

my @rows = sort { $a->[0] cmp $b->[0] } read_tsv('entities.tsv');
print c_banner('entity.pl', 'entity_table.h');
print c_array('const SmEntity sm_entities[]', map { sprintf '{"%s", 0x%s}', @$_ } @rows);
print 'const int sm_entity_count = ' . scalar(@rows) . ";\n";

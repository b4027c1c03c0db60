#!/usr/bin/perl
# Turns the kinds of documents into an array
use strict;
use warnings;
use utf8;
use tables;

my @rows = sort { $a->[0] cmp $b->[0] } read_tsv('document_kinds.tsv');
print c_banner('document_kind.pl', 'document_kind_table.h');
print c_array('const SmDocumentKind sm_document_kinds[]',
	map { sprintf '{"%s", "%s", SM_FORM_OF_%s, SM_ALONE_%s}', @$_[ 0, 1 ], uc $_->[2], uc $_->[3] } @rows);
print 'const int sm_document_kind_count = ' . scalar(@rows) . ";\n";

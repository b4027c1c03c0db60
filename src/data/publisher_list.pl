#!/usr/bin/perl
# Turns the lists that publishers publish into an array
use strict;
use warnings;
use utf8;
use tables;

my @lists = read_tsv('publisher_lists.tsv');
print c_banner('publisher_list.pl', 'publisher_list_table.h');
print c_array('const SmPublisherList sm_publisher_lists[]', map { "{\"$_->[0]\", \"$_->[1]\", \"$_->[2]\"}" } @lists);
print 'const int sm_publisher_list_count = ' . @lists . ";\n";

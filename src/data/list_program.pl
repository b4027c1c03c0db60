#!/usr/bin/perl
# Turns what codes of programmes mean into an array
use strict;
use warnings;
use utf8;
use tables;

my @programs = read_tsv('list_programs.tsv');
print c_banner('list_program.pl', 'list_program_table.h');
print c_array('const SmListProgram sm_list_programs[]', map { "{\"$_->[0]\", \"$_->[1]\", \"$_->[2]\"}" } @programs);
print 'const int sm_list_program_count = ' . @programs . ";\n";

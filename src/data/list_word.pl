#!/usr/bin/perl
# Turns the words of lists' remarks into arrays that end in NULL
use strict;
use warnings;
use utf8;
use tables;

my %of;
push @{ $of{ $_->[0] } }, $_->[1] for read_tsv('list_words.tsv');
print c_banner('list_word.pl', 'list_word_table.h');
print c_array("const char *const sm_list_${_}_words[]", (map { "\"" . tr{_}{ }r . "\"" } @{ $of{$_} }), 'NULL') for sort keys %of;

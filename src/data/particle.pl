#!/usr/bin/perl
# Turns the particles of Korean into an array sorted by their syllables
use strict;
use warnings;
use utf8;
use tables;

my @particles = sort map { $_->[0] } read_tsv('particles.tsv');
my $most = 0;
for (@particles) { $most = length if length > $most; }
print c_banner('particle.pl', 'particle_table.h');
print c_array('const SmParticle sm_particles[]',
	map { '{{' . join(', ', map { sprintf '0x%X', ord } split //, $_) . '}}' } @particles);
print 'const int sm_particle_count = ' . scalar(@particles) . ";\n";
print c_assert(SM_PARTICLE_MOST => $most);

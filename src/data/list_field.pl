#!/usr/bin/perl
# Turns the table of what list formats may hold into arrays: fields by what they stand in, groups by their format
use strict;
use warnings;
use utf8;
use tables;

my (@formats, %groups, %fields);

for my $row (grep { $_->[3] ne 'title' } read_tsv('list_fields.tsv'))
{
	my ($format, $inside, $name, $presence) = @$row;

	die "list_fields.tsv: $name is too long\n" if length($name) >= 64;
	@$row == 5 && $presence =~ /^(?:key|must|may|out)$/ or die "list_fields.tsv: @$row\n";
	push @formats, $format unless $groups{$format};
	push @{ $groups{$format} }, $inside unless $fields{$format}{$inside};
	die "list_fields.tsv: $format has $name twice in $inside\n" if grep { $_->[0] eq $name } @{ $fields{$format}{$inside} };
	push @{ $fields{$format}{$inside} }, [ $name, $presence ];
}

my (@all_fields, @all_groups, @all_formats);
for my $format (@formats)
{
	my $first = @all_groups;
	my %place = map { $groups{$format}[$_] => $first + $_ } 0 .. $#{ $groups{$format} };
	my %known = map { $_->[0] => 1 } map { @$_ } values %{ $fields{$format} };

	push @all_formats, sprintf '{"%s", %d, %d}', $format, $first, scalar @{ $groups{$format} };
	for my $group (@{ $groups{$format} })
	{
		my @in = @{ $fields{$format}{$group} };
		die "list_fields.tsv: $format has no element $group\n" if $format =~ /xml$/ && $group ne '-' && !$known{$group};
		push @all_groups, sprintf '{"%s", %d, %d}', $group, scalar(@all_fields), scalar(@in);
		push @all_fields, map { sprintf '{"%s", %d, SM_LIST_%s}', $_->[0], $_->[1] ne 'out' ? $place{ $_->[0] } // -1 : -1, uc $_->[1] } @in;
	}
}

print c_banner('list_field.pl', 'list_field_table.h');
print c_assert(SM_LIST_NAME => 64), "\n";
print c_array('const SmListField sm_list_fields[]', @all_fields);
print c_array('const SmListGroup sm_list_groups[]', @all_groups);
print c_array('const SmListFormat sm_list_formats[]', @all_formats);
print 'const int sm_list_format_count = ' . scalar(@all_formats) . ";\n";

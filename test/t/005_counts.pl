# Are the counts of entries, names and facts of an import those of the file?  test/counts has a short program for each format
# that counts by other means than the importers.  Real lists are counted where there are any.
use strict;
use warnings;
use utf8;

use Formats;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $counts = "$ENV{PG_ABS_SRCDIR}/test/counts";
my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $lists = ($ENV{SHARED} // '') . '/lists';
my $tmp = $PostgreSQL::Test::Utils::tmp_check;

plan skip_all => 'no python3, which the counts are made with' if system('python3 -c pass >/dev/null 2>&1') != 0;

my $node = PostgreSQL::Test::Cluster->new('counts');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

# What a program of test/counts prints, as a hash
sub tally
{
	my ($program, @arguments) = @_;
	my ($out, $err) = run_command([ 'python3', '-B', "$counts/$program.py", @arguments ]);

	die "$program: $err\n" if $out eq '';
	return map { /^(\S+) (\d+)$/ ? ($1 => $2) : die "$program: $_\n" } split /\n/, $out;
}

# Load files with an import function and compare what the release says, what is stored and what the program counts
sub compare
{
	my ($what, $import, %expected) = @_;
	my $row = $node->safe_psql('postgres', "SET client_min_messages = error; TRUNCATE sanct_list, sanct_release,
		sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link;
		SELECT r.entries, r.names, r.weak_names, r.identifiers FROM $import AS r");
	my $stored = $node->safe_psql('postgres', 'SELECT (SELECT count(*) FROM sanct_entry), (SELECT count(*) FROM sanct_name),
		(SELECT count(*) FROM sanct_name WHERE weak), (SELECT count(*) FROM sanct_identifier)');
	my %found = map { split /\|/ } split /\n/, $node->safe_psql('postgres', "SELECT kind, count(*) FROM sanct_identifier
		GROUP BY kind UNION ALL SELECT '*', count(*) FROM sanct_identifier");
	@found{qw(entries names weak)} = split /\|/, $row;

	is($stored, $row, "$what: the release says what is stored");
	is(told(\%found, sort keys %expected), told(\%expected, sort keys %expected), "$what: counts");
	# whatever a list calls somebody finds him, although nothing tells whose name it is
	is($node->safe_psql('postgres', q(SET client_min_messages = error;
		SELECT string_agg(n.name, '; ' ORDER BY n.name) FROM sanct_name n WHERE n.name ~ '[[:alpha:]]' AND NOT EXISTS
			(SELECT FROM sanct_screen(n.name, max_hits => 5000) h WHERE h.entry_id = n.entry_id))), '', "$what: names find their entries");
	return;
}

sub told
{
	my ($counts_of, @kinds) = @_;
	return join ', ', map { "$_ " . ($counts_of->{$_} // 0) } @kinds;
}

sub binary { return "pg_read_binary_file('$_[0]')"; }

# A file by the import function and the program of its format; further arguments of the import behind it
sub compare_file
{
	my ($what, $import, $program, $file, $more) = @_;
	compare($what, "sanct_import_$import(" . binary($file) . ($more // '') . ')', tally($program, $file));
	return;
}

sub compare_ofac
{
	my ($what, $list, @files) = @_;
	compare($what, 'sanct_import_ofac_csv(' . join(', ', map { binary($_) } @files) . ", list => '$list')",
		tally('ofac_csv', @files));
	return;
}

sub write_file
{
	my ($file, $text) = @_;
	open my $handle, '>:encoding(UTF-8)', $file or die "$file: $!";
	print $handle $text;
	close $handle;
	return;
}

# Write those lines of a file of OFAC's that are of these entries
sub write_of
{
	my ($file, $from, $entries) = @_;
	append_to_file($file, join '', grep { /^(\d+),/ && $entries->{$1} } split /(?<=\n)/, slurp_file($from));
	return;
}

# The codes of programmes that pages do not explain, of those that are so
sub unexplained
{
	my ($lists_of, $condition) = @_;
	my %explained = map { $_ => 1 } slurp_file("$ENV{PG_ABS_SRCDIR}/src/data/list_programs.tsv") =~ /^\Q$lists_of\E\t([^\t]+)\t/mg;
	return join ' ', grep { !$explained{$_} } split /\n/,
		$node->safe_psql('postgres', "SELECT p FROM sanct_entry, unnest(programs) AS p GROUP BY p HAVING $condition ORDER BY p");
}

# The project's own samples
compare_ofac('OFAC CSV', 'ofac-sdn', map { "$data/ofac_$_.csv" } qw(sdn alt add comments));
compare_file($_->{import}, @$_{qw(import counts)}, "$data/$_->{sample}") for grep { !$_->{rest} } @formats;

SKIP:
{
	skip 'no real lists', 1 unless -d $lists;

	compare_ofac('OFAC 2024-03', 'ofac-sdn', map { "$lists/ofac/2024-03/OFAC_$_.csv" } qw(SDN ALT ADD));
	is(unexplained('ofac', q(count(*) >= 60 AND p !~ 'EO[0-9]+$')), '', 'OFAC: pages explain the codes of large programmes');
	# the number of the last entry is cut off, and another's
	like(($node->psql('postgres', 'SELECT FROM sanct_import_ofac_csv(' . join(', ', map { binary("$lists/ofac/2022-01/$_.csv") } qw(sdn alt add)) . ')'))[2],
		qr/Entry 2677 stands in the file twice/, 'OFAC 2022-01: a number given twice is refused');
	append_to_file("$tmp/2022_sdn.csv", slurp_file("$lists/ofac/2022-01/sdn.csv") =~ s/[^\n]+\n\z//r);
	write_of("$tmp/2022_$_.csv", "$lists/ofac/2022-01/$_.csv", { map { $_ => 1 } slurp_file("$tmp/2022_sdn.csv") =~ /^(\d+),/mg }) for qw(alt add);
	compare_ofac('OFAC 2022-01, without the last entry', 'ofac-sdn', map { "$tmp/2022_$_.csv" } qw(sdn alt add));

	# the file of another list stands behind the end of this one
	my $joined = slurp_file("$lists/ofac/2022-12/sdn.csv");
	like(($node->psql('postgres', "SELECT FROM sanct_import_ofac_csv(" . binary("$lists/ofac/2022-12/sdn.csv") . ", '', '')"))[2],
		qr/Another file seems to be joined/, 'OFAC 2022-12: another file behind the end is refused');
	append_to_file("$tmp/2022_12_sdn.csv", $joined =~ s/\x1A.*//sr);
	append_to_file("$tmp/none.csv", '');
	compare_ofac('OFAC 2022-12, without the other file', 'ofac-sdn', "$tmp/2022_12_sdn.csv", "$tmp/none.csv", "$tmp/none.csv");

	# files of which there are no others of their day, with those entries that the list of 2024 has
	my $sdn = slurp_file("$lists/ofac/2024-03/OFAC_SDN.csv");
	my %listed = map { $_ => 1 } $sdn =~ /^(\d+),/mg;
	my %cut = map { $_ => 1 } $sdn =~ /^(\d+),.*,"(?:[^"\n]|""){1000}"\r?$/mg;
	write_of("$tmp/$_.csv", "$lists/ofac/2026-06/$_.csv", \%listed) for qw(alt add);
	write_of("$tmp/comments.csv", "$lists/ofac/2025-12/sdn_comments.csv", \%cut);
	cmp_ok(-s "$tmp/$_.csv", '>', 1000, "OFAC: there are some $_") for qw(alt add comments);
	compare_ofac('OFAC 2024-03 with aliases and addresses of 2026-06 and comments of 2025-12', 'ofac-sdn',
		"$lists/ofac/2024-03/OFAC_SDN.csv", map { "$tmp/$_.csv" } qw(alt add comments));
	compare_ofac('OFAC consolidated', 'ofac-cons', map { "$lists/ofac/cons/cons_$_.csv" } qw(prim alt add comments));
	compare_file('OFAC consolidated XML', 'ofac_xml', 'ofac_xml', "$lists/ofac/cons/consolidated_2025-03-28.xml",
		", list => 'ofac-cons'");
	compare_file('OFAC XML of 2020', 'ofac_xml', 'ofac_xml', "$lists/ofac/ofac_sdn_sample_2020-04-22.xml",
		', max_removed => 1');
	compare_file('UN', 'un_xml', 'un_xml', "$lists/un/consolidated_2025-04-19.xml");
	is(unexplained('un', 'true'), '', 'UN: pages explain the codes of all programmes');
	compare_file('UN, an extract', 'un_xml', 'un_xml', "$lists/un/unsc_sample.xml", ', max_removed => 1');

	# one entity of the extract has another's number
	my $eu = slurp_file("$lists/eu/eu_fsf_v1.1_sample_2020-04-15.xml");
	like($node->psql('postgres', 'SELECT sanct_import_eu_xml(' . binary("$lists/eu/eu_fsf_v1.1_sample_2020-04-15.xml") . ')'),
		qr/3/, 'EU XML of 2020: a number given twice is refused');
	$eu =~ s/(logicalId="5468".*)logicalId="5468"/$1logicalId="54680"/s;
	append_to_file("$tmp/eu.xml", $eu);
	compare_file('EU XML of 2020', 'eu_xml', 'eu_xml', "$tmp/eu.xml");

	# a spreadsheet has put each record into one column
	write_file("$tmp/eu.csv", join '', map { s/^"//r =~ s/"?\t*\r?$/\n/r =~ s/""/"/gr }
		split /\n/, do { local $/ = undef; open my $in, '<:encoding(cp1252)', "$lists/eu/fsf_csv_v1.0_extract_2018-07-04.csv"; <$in> });
	compare('EU CSV of 2018', 'sanct_import_eu_csv(' . binary("$lists/eu/fsf_csv_v1.0_extract_2018-07-04.csv") . ')',
		tally('eu_csv', "$tmp/eu.csv"));

	compare_file('OFSI of 2020', 'ofsi_csv', 'uk_csv', "$lists/uk/uk_conlist_sample_2020-04-27.csv");

	my ($uk) = run_command([ 'python3', '-B', "$counts/uk_ods.py", "$lists/uk/FCDO_SL_2025-08-11.ods" ]);
	append_to_file("$tmp/uk.csv", "$uk\n");
	compare_file('UK of 2025, in brief', 'uk_csv', 'uk_csv', "$tmp/uk.csv", ', max_removed => 1');
}

SKIP:
{
	my $xlsx = "$lists/uk/UK_OFSI_ConList_2025-04-10.xlsx";
	skip 'no real lists, or no xlsx2csv', 1 unless -e $xlsx && system('xlsx2csv --version >/dev/null 2>&1') == 0;

	system_or_bail('xlsx2csv', $xlsx, "$tmp/ofsi.csv");
	compare_file('OFSI of 2025', 'ofsi_csv', 'uk_csv', "$tmp/ofsi.csv");
}

$node->stop;
done_testing();

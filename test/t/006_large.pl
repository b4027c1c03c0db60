# A document that is larger than the memory an import takes: the sample repeated with other ids, as a large object
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $times = 250;
my $node = PostgreSQL::Test::Cluster->new('large');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off\nshared_buffers = 2MB\njit = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

my ($begin, $persons, $middle, $organisations, $end) = slurp_file("$data/un.xml") =~ /^(.*?<INDIVIDUALS>)(.*)(<\/INDIVIDUALS>.*?<ENTITIES>)(.*)(<\/ENTITIES>.*)$/s;
my $entries = () = "$persons$organisations" =~ /<REFERENCE_NUMBER>/g;
my $file = "$PostgreSQL::Test::Utils::tmp_check/large.xml";
my $repeated = sub { my ($text) = @_; return join '', map { my $n = $_; $text =~ s/(<REFERENCE_NUMBER>)/$1$n./gr } 1 .. $times; };
my $document = $begin . $repeated->($persons) . $middle . $repeated->($organisations);
append_to_file($file, $document . $end);
my $size = -s $file;
my ($one) = slurp_file("$data/un.xml") =~ /(<ENTITY>.*?<\/ENTITY>)/s;
my $line = 1 + ($document =~ tr/\n//);
my $second = $line + ($one =~ tr/\n//);

# Memory of the backend beside the shared buffers, in kB, where the system tells; in a session that has not stored the document
my $memory = $^O eq 'linux' ? q{(SELECT substring(pg_read_file('/proc/' || pg_backend_pid() || '/status') FROM 'VmHWM:\s*(\d+)')::bigint)} : '0';
my ($count, $names, $before, $after) = split /\|/, $node->safe_psql(
	'postgres', qq(
	SELECT lo_import('$file') AS loid \\gset
	\\c
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT r.entries AS entries, r.names AS names FROM sanct_import_un_xml(large_object => :loid) AS r \\gset
	SELECT :entries, :names, :before, $memory;
));
my ($few) = $node->safe_psql('postgres', qq(SET client_min_messages = error; SELECT r.names FROM sanct_import_un_xml(pg_read_binary_file('$data/un.xml'), '2030-01-01', max_removed => 1) AS r));
is($count, $entries * $times, 'all entries are loaded');
is($names, $few * $times, 'all names are loaded');
cmp_ok($size, '>', 10_000_000, 'the document is large');
cmp_ok($after - $before, '<', 30_000, 'the import takes less memory than a document of that size would');

# a table that is larger than that
($count, $names, $before, $after) = split /\|/, $node->safe_psql(
	'postgres', qq(
	CREATE TABLE own AS SELECT n AS id, 'Name ' || n || ' ' || a AS name, repeat(md5(n::text), 40) || a AS remarks
		FROM generate_series(1, 20000) AS n, generate_series(1, 2) AS a ORDER BY a, md5(n::text);
	SELECT pg_table_size('own') > 50000000 AS large \\gset
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT r.entries AS entries, r.names AS names FROM sanct_import_table('own', 'own', remarks_column => 'remarks') AS r WHERE :'large' \\gset
	SELECT :entries, :names, :before, $memory;
));
is("$count $names", '20000 40000', 'all rows of a table are loaded');
cmp_ok($after - $before, '<', 30_000, 'the import takes less memory than the rows of that table would');

# entries that are many and say little: what is known of them while others are read does not grow with them
$node->safe_psql('postgres', 'TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link');
($count, $names, $before, $after) = split /\|/, $node->safe_psql(
	'postgres', qq(
	CREATE TABLE many AS SELECT n AS id, md5(n::text) AS name FROM generate_series(1, 120000) AS n;
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT r.entries AS entries, r.names AS names FROM sanct_import_table('many', 'own', max_removed => 1) AS r \\gset
	SELECT :entries, :names, :before, $memory;
));
is("$count $names", '120000 120000', 'all rows of a long table are loaded');
note('many entries: ' . ($after - $before) . ' kB');
cmp_ok($after - $before, '<', 30_000, 'the import takes no memory that grows with the entries');

# a text that is longer than any is refused before much memory is taken
my ($text_status, $text_out, $text_err) = (0, '', '');
append_to_file("$file.text", slurp_file("$data/un.xml") =~ s/<COMMENTS1>/'<COMMENTS1>' . 'As somebody told somebody else. ' x 260_000/er);
($text_status, $text_out, $text_err) = $node->psql(
	'postgres', qq(
	SELECT lo_import('$file.text') AS loid \\gset
	\\c
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT FROM sanct_import_un_xml(large_object => :loid, published => '2031-01-01', max_removed => 1);
	SELECT :before, $memory;), on_error_stop => 0);
like($text_err, qr/a text is too long: UN document, line \d+/, 'a text of 8 MB is refused');
($before, $after) = split /\|/, $text_out;
note('a text of 8 MB: ' . ($after - $before) . ' kB');
cmp_ok($after - $before, '<', 64_000, 'and takes less memory');

# what is listed is made ready by each import, which takes some memory for each name: few are to be left for what follows
$node->safe_psql('postgres', q(SELECT FROM sanct_retire_list('own')));

# links of parties that are not there lead to others again and again, of which nothing is kept
append_to_file("$file.links", slurp_file("$data/ofac_advanced.xml") =~ s/(?=<ProfileRelationship ID="5000")/'<ProfileRelationship ID="1" From-ProfileID="1" To-ProfileID="12215" RelationTypeID="15002"\/>' x 100_000/er);
($count, $before, $after) = split /\|/, $node->safe_psql(
	'postgres', qq(
	SET client_min_messages = error;
	SELECT lo_import('$file.links') AS loid \\gset
	\\c
	SET client_min_messages = error;
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT r.entries AS entries FROM sanct_import_ofac_advanced_xml(large_object => :loid, published => '2031-01-01', max_removed => 1) AS r \\gset
	SELECT :entries, :before, $memory;));
cmp_ok($count, '>', 10, 'a document with links that lead from nowhere is loaded');
note('links from nowhere: ' . ($after - $before) . ' kB');
cmp_ok($after - $before, '<', 30_000, 'and takes no memory that grows with them');

# a document of 40 MB, or as large as is asked for
my $bytes = ($ENV{SANCT_LARGE_MB} // 40) * 1_000_000;
my $longer = $bytes / 40_000_000;
my $ofac_entries = 15_000;

# Writes a file with what each number makes
sub write_lines
{
	my ($name, $make) = @_;

	open my $out, '>', "$file.$name" or die $!;
	print $out $make->($_) for 1 .. $ofac_entries;
	close $out or die $!;
	return;
}

# OFAC's files hold an entry in several places, and are read side by side: none waits for the end of the list
write_lines('sdn', sub { return qq($_[0],"NAME$_[0], Somebody$_[0]","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1960; ) . ('Website www.a.b; ' x 55) . ('As somebody told somebody else. ' x (10 + 42 * ($longer - 0.8))) . qq("\r\n); });
write_lines('alt', sub { my ($n) = @_; return map { qq($n,$n$_,"aka","OTHER$n, Name$_",-0- \r\n) } 1 .. 2; });
write_lines('add', sub { return qq($_[0],$_[0],") . ('A long road, ' x (100 * $longer)) . qq(","Town","Korea",-0- \r\n); });
append_to_file("$file.$_", "\x1A") for qw(sdn alt add);
$node->safe_psql('postgres', 'TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link');
($count, $names, $before, $after) = split /\|/, $node->safe_psql(
	'postgres', qq(
	SELECT lo_import('$file.sdn') AS sdn, lo_import('$file.alt') AS alt, lo_import('$file.add') AS addresses \\gset
	\\c
	SET client_min_messages = error;
	SELECT sanct_similarity('Kim Jong Un', 'KIM, Jong Un') AS loaded \\gset
	SELECT $memory AS before \\gset
	SELECT r.entries AS entries, r.names AS names FROM sanct_import_ofac_csv(sdn_object => :sdn, alt_object => :alt, addresses_object => :addresses) AS r \\gset
	SELECT :entries, :names, :before, $memory;
));
is("$count $names", $ofac_entries . ' ' . 3 * $ofac_entries, "OFAC's files: all entries are loaded");
cmp_ok((-s "$file.sdn") + (-s "$file.add"), '>', $bytes * 0.9, 'and are large');
unlink map { "$file.$_" } qw(sdn alt add);
note('ofac_csv: ' . ($after - $before) . ' kB');
cmp_ok($after - $before, '<', 64_000, 'the import takes less memory than the open entries of all would');

# far down, the line is still told: the XML library gives that of the first thing inside an element
append_to_file("$file.twice", $document . $one . $one . $end);
my ($status, $out, $err) = $node->psql('postgres', qq(
	SELECT lo_import('$file.twice') AS loid \\gset
	SELECT FROM sanct_import_un_xml(large_object => :loid, published => '2030-01-02', max_removed => 1);));
cmp_ok($line, '>', 65_536, 'the line has a large number');
my ($told, $told_before) = $err =~ /damaged: line (\d+)\n.*twice, on line (\d+) before/;
cmp_ok(abs(($told // 0) - $second) + abs(($told_before // 0) - $line), '<=', 2, 'the line of an error far down is told');

$node->stop;
done_testing();

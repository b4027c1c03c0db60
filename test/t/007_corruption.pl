# Keys of indexes whose bytes were changed on the disk: a query answers or says that the index is damaged, and the server
# lives on; sanct_index_check tells what a query can lose
use strict;
use warnings;

use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $node = PostgreSQL::Test::Cluster->new('corruption');
$node->init;
$node->append_conf('postgresql.conf', "ignore_checksum_failure = on\nfsync = off\nfull_page_writes = off\nautovacuum = off\njit = off\nrestart_after_crash = off");
$node->start;
$node->safe_psql('postgres', q{
	CREATE EXTENSION sanctmatch;
	CREATE CAST (sanct_reading AS bytea) WITHOUT FUNCTION;
	CREATE TABLE name AS
		SELECT s || ' ' || g || '-' || lower(h) AS name
			FROM unnest(ARRAY['Kim', 'Ri', 'Pak', 'Choe', '김']) s, unnest(ARRAY['Chol', 'Yong', 'Su', 'Hak', 'Hyok', 'Ho', 'Hyon']) g,
				unnest(ARRAY['Song', 'Nam', 'Il', 'Un', 'Hae', 'Kwang', 'J']) h
		UNION ALL SELECT initcap(translate(left(md5(i::text), 8), '0123456789', 'aeioukrstn')) || ' ' || (ARRAY['Trading', 'Ltd', 'Kim', 'Viktor'])[1 + i % 4]
			FROM generate_series(1, 300) i;
	CREATE INDEX name_name ON name USING gist (name sanct_gist_ops);
});

# The file of the index, and the readings as they stand in its leaves, the short length before them
my $path = $node->data_dir . '/' . $node->safe_psql('postgres', q{SELECT pg_relation_filepath('name_name')});
my @readings = map { pack 'H*', $_ } split /\n/, $node->safe_psql('postgres',
	q{SELECT encode(substring(r FROM 3 FOR get_byte(r, 0)), 'hex') FROM (SELECT sanct_read(name)::bytea FROM name) n (r)});
my $whole;

# What inner keys begin with: version and mark, Unicode; then the kinds
my ($version, $unicode) = map { ord } (split //, $readings[0])[0, 1];
my $head = chr($version | 0x80) . chr($unicode);

# Change some bytes of the keys: of readings, or of what inner pages know of them
sub damage
{
	my ($inner) = @_;
	my $bytes = $whole;
	my $changed = 0;

	if ($inner)
	{
		# then what takes most of a page
		while ($whole =~ /\Q$head\E[\x01-\x03]/g)
		{
			next if $-[0] % 8192 < 24 || rand() < 0.3;
			substr($bytes, $-[0] + (rand() < 0.5 ? 2 * int(rand(2)) : rand() < 0.5 ? 575 + int(rand(8)) : int(rand(300))), 1) = chr(int(rand(256)));
			$changed++;
		}
		return ($bytes, $changed);
	}
	for my $reading (@readings)
	{
		my $at = index($whole, $reading);

		next if $at < 0 || rand() < 0.5;
		substr($bytes, $at + 2 + int(rand(length($reading) - 2)), 1) = chr(int(rand(256)));
		$changed++;
	}
	return ($bytes, $changed);
}

# A probe of each kind from every part of the index, each in a transaction of its own
my $probes = join ";\n", map { my $name = $_; ("SELECT count(*) FROM name WHERE name %~ '$name'",
	"SELECT count(*) FROM name WHERE name %~ sanct_query('$name', 0.1)", "SELECT count(*) FROM (SELECT FROM name ORDER BY name <~> '$name' LIMIT 400) n",
	"INSERT INTO name VALUES ('$name')") } 'Kim Chol Un', 'Ri J. Hae', '김철수', 'Viktor Kim', 'Star Trading', 'X Ltd';

$node->stop;
$whole = slurp_file($path);
srand(1);
my %kinds = (damaged => 0, answers => 0);
# It goes on to the rows where the keys are sound, and says nothing else
my $check = q{SELECT sanct_index_check('name_name')};
my $told = qr/ERROR: +(XX002: )?index "name_name" is damaged\n.*DETAIL: .*(block \d+, offset \d+|Row \(\d+,\d+\)).*\n.*HINT: +Run REINDEX INDEX (public\.)?name_name\.|made by version/;
for my $round (1 .. 12)
{
	my ($bytes, $changed) = damage($round % 3 == 0);
	open my $file, '>:raw', $path or die $!;
	print $file $bytes;
	close $file;
	cmp_ok($changed, '>', $round % 3 == 0 ? 0 : 100, "round $round: keys were changed");
	$node->start;
	my ($status, $out, $err) = $node->psql('postgres', "SET enable_seqscan = off;\n$probes", on_error_stop => 0);
	my @unexpected = grep { /ERROR|FATAL|server closed/ && !/the index is damaged|made by version/ } split /\n/, $err;

	is("$status @unexpected", '0 ', "round $round: answers or errors that say what is damaged");
	my (undef, undef, $found) = $node->psql('postgres', "\\set VERBOSITY verbose\n$check");
	like($found, $told, "round $round: the check finds it");
	$kinds{damaged} += () = $err =~ /the index is damaged/g;
	$kinds{answers} += () = $out =~ /^\d+$/mg;
	$node->stop;
}
cmp_ok($kinds{$_}, '>', 0, "some $_") for sort keys %kinds;

# what the error advises mends it
$node->start;
is($node->safe_psql('postgres', q{REINDEX INDEX name_name; SET enable_seqscan = off; SELECT count(*) > 0 FROM name WHERE name %~ 'Kim Chol Un'}), 't',
	'REINDEX mends the index');
is($node->safe_psql('postgres', $check), $node->safe_psql('postgres', 'SELECT count(*) FROM name'), 'the check finds nothing any more');

# One change an index, in many of them: bits of inner keys cleared or set, a byte of a leaf, tuples that searches pass by,
# inner ones that lead elsewhere.  Whatever makes a search lose a row, or answer otherwise at some threshold, is found.
# What leads astray is found by the check alone.
my @plants = qw(cleared set leaf lost passed astray);
my $copies = 6;
$node->safe_psql('postgres', join ";\n", map { my $kind = $_; map { "CREATE TABLE ${kind}_$_ AS TABLE name; CREATE INDEX ${kind}_${_}_name ON ${kind}_$_ USING gist (name sanct_gist_ops)" } 1 .. $copies } @plants);
my %paths = map { split /\|/ } split /\n/, $node->safe_psql('postgres', q{SELECT relname, pg_relation_filepath(oid) FROM pg_class WHERE relname ~ '_\d+_name$'});
$node->stop;

# Where a tuple stands that is picked at random among the leaves or the others, and its line pointer
sub pick_tuple
{
	my ($bytes, $leaf) = @_;

	while (1)
	{
		my $page = 8192 * int(rand(length($$bytes) / 8192));
		my ($lower) = unpack 'S', substr($$bytes, $page + 12, 2);
		my ($flags) = unpack 'S', substr($$bytes, $page + 8192 - 4, 2);

		next if ($flags & 1) != $leaf || $lower <= 24;
		my $pointer = $page + 24 + 4 * int(rand(($lower - 24) / 4));
		my ($id) = unpack 'L', substr($$bytes, $pointer, 4);

		return ($page + ($id & 0x7FFF), $pointer, $id >> 17);
	}
}

sub plant
{
	my ($kind, $bytes) = @_;
	my ($tuple, $pointer, $length) = pick_tuple($bytes, $kind eq 'leaf' || $kind eq 'lost' ? 1 : 0);

	if ($kind eq 'cleared' || $kind eq 'set')
	{
		# behind the header of the tuple, the length of the key and what the key begins with
		my @at = grep { my $byte = ord(substr($$bytes, $_, 1)); $kind eq 'set' ? $byte < 255 : $byte > 0 } $tuple + 12 + 11 .. $tuple + $length - 1;
		my $at = $at[ rand @at ];
		my $byte = ord(substr($$bytes, $at, 1));

		substr($$bytes, $at, 1) = chr($kind eq 'set' ? $byte | ($byte + 1) : $byte & ($byte - 1));
	}
	elsif ($kind eq 'leaf')
	{
		# a short header, the version and Unicode stay
		substr($$bytes, $tuple + 11 + int(rand($length - 19)), 1) ^= chr(1 + int(rand(255)));
	}
	elsif ($kind eq 'astray')
	{
		# block, high and low half: to the page of another tuple
		my ($other) = pick_tuple($bytes, 0);
		substr($$bytes, $tuple, 4) = substr($$bytes, $other, 4) ne substr($$bytes, $tuple, 4) ? substr($$bytes, $other, 4) : pack('SS', 0, 0);
	}
	else
	{
		# marked dead, as those of rows that nobody sees any more: two bits above the place
		my ($id) = unpack 'L', substr($$bytes, $pointer, 4);
		substr($$bytes, $pointer, 4) = pack 'L', $id | 3 << 15;
	}
	return;
}

for my $index (sort keys %paths)
{
	my $bytes = slurp_file($node->data_dir . "/$paths{$index}");

	plant($index =~ s/_.*//r, \$bytes);
	open my $handle, '>:raw', $node->data_dir . "/$paths{$index}" or die $!;
	print $handle $bytes;
	close $handle;
}
$node->start;
$node->safe_psql('postgres', q{
	CREATE TABLE probe AS SELECT * FROM name TABLESAMPLE bernoulli (8) REPEATABLE (1);
	CREATE FUNCTION answers(t regclass, by_index bool) RETURNS text LANGUAGE plpgsql AS $$
	DECLARE
		answer text;
	BEGIN
		PERFORM set_config('enable_seqscan', (NOT by_index)::text, true), set_config('enable_bitmapscan', 'off', true), set_config('enable_indexscan', by_index::text, true);
		EXECUTE format('SELECT md5(string_agg(p.name || p.q || t.ctid, '','' ORDER BY p.name, p.q, t.ctid)) FROM (SELECT name, q FROM probe, unnest(ARRAY[0.4, 1]) q) p, %s t WHERE t.name %%~ sanct_query(p.name, p.q::real)', t) INTO answer;
		RETURN answer;
	EXCEPTION WHEN index_corrupted OR object_not_in_prerequisite_state THEN
		RETURN 'damaged';
	END $$;
	CREATE FUNCTION checked(i regclass) RETURNS text LANGUAGE plpgsql AS $$
	BEGIN
		PERFORM sanct_index_check(i);
		RETURN 'sound';
	EXCEPTION WHEN index_corrupted THEN
		RETURN 'damaged';
	END $$;
});
my %seen;
# rows of the copies stand at the same places, those of the first table may not
my $right = $node->safe_psql('postgres', q{SELECT answers('set_1', false)});
for my $index (sort keys %paths)
{
	my $table = $index =~ s/_name$//r;
	my $kind = $index =~ s/_.*//r;
	my $checked = $node->safe_psql('postgres', "SELECT checked('$index')");

	$seen{$kind}{$checked}++;
	# a search of a tree that leads back to where it came from never ends
	next if $kind eq 'astray';
	isnt($checked, 'sound', "$index gives wrong answers: the check finds it") if $node->safe_psql('postgres', "SELECT answers('$table', true)") ne $right;
}
note(join ', ', map { my $kind = $_; map { "$kind $_: $seen{$kind}{$_}" } sort keys %{ $seen{$kind} } } sort keys %seen);
is($seen{$_}{damaged}, $copies, "$_: found every time") for qw(leaf lost passed astray);
is($seen{set}{sound}, $copies, 'what is only wider than it need be loses nothing') ;
cmp_ok($seen{cleared}{damaged} // 0, '>=', $copies / 2, 'cleared: found mostly');

# Tuples that are none: where one stands and how long it is, by its page and by itself, and how long its key.  The check
# says so before it reads them; and inner ones that lead nowhere or back, before it follows them.
my %broken = (
	nowhere => sub { my ($tuple, $id) = @_; $$id &= 0x1FFFF },
	'shorter than a head' => sub { my ($tuple, $id) = @_; $$id = $$id & 0x1FFFF | 4 << 17 },
	'past the page' => sub { my ($tuple, $id) = @_; $$id = $$id & ~0x7FFF | 8192 - 24 },
	'longer than its place' => sub { my ($tuple) = @_; substr($$tuple, 6, 2) = pack('S', unpack('S', substr($$tuple, 6, 2)) + 8) },
	'without values' => sub { my ($tuple) = @_; substr($$tuple, 6, 2) = pack('S', unpack('S', substr($$tuple, 6, 2)) & ~0x1FFF | 4) },
	'with a key past its end' => sub { my ($tuple) = @_; substr($$tuple, 8, 1) = "\xFF" },
	'with a key elsewhere' => sub { my ($tuple) = @_; substr($$tuple, 8, 1) = "\x01" },
	'that leads nowhere' => sub { my ($tuple) = @_; substr($$tuple, 0, 4) = pack('SS', 1, 0) },
	'that leads back' => sub { my ($tuple) = @_; substr($$tuple, 0, 4) = pack('SS', 0, 0) },
);
my %inner = ('that leads nowhere' => 'leads to a page that is not there', 'that leads back' => 'leads back to a page above it');
my $no = 0;
my %broken_path = map { $no++; $node->safe_psql('postgres', "CREATE INDEX broken_$no ON name USING gist (name sanct_gist_ops)");
	$_ => $node->safe_psql('postgres', "SELECT pg_relation_filepath('broken_$no')") } sort keys %broken;
$node->stop;
for my $kind (sort keys %broken)
{
	my $bytes = slurp_file($node->data_dir . "/$broken_path{$kind}");
	my ($at, $pointer, $length) = pick_tuple(\$bytes, $inner{$kind} ? 0 : 1);
	my $tuple = substr($bytes, $at, $length);
	my ($id) = unpack 'L', substr($bytes, $pointer, 4);

	$broken{$kind}->(\$tuple, \$id);
	substr($bytes, $at, $length) = $tuple;
	substr($bytes, $pointer, 4) = pack 'L', $id;
	open my $handle, '>:raw', $node->data_dir . "/$broken_path{$kind}" or die $!;
	print $handle $bytes;
	close $handle;
}
$node->start;
$no = 0;
for my $kind (sort keys %broken)
{
	$no++;
	my (undef, undef, $err) = $node->psql('postgres', "SELECT sanct_index_check('broken_$no')");

	my $what = $inner{$kind} // 'is no tuple';

	like($err, qr/DETAIL: +What stands at block \d+, offset \d+ $what\./, "a tuple $kind");
}
$node->safe_psql('postgres', join ';', map { "DROP INDEX broken_$_" } 1 .. $no);

# The same index as another version of Unicode would have left it: a WARNING once a session, and the answers stay
my $other = chr($unicode - 4);
my $name = $node->safe_psql('postgres', q{SELECT 'version ' || get_byte(r, 3) / 4 || '.' || get_byte(r, 3) % 4 FROM (SELECT sanct_read('Kim')::bytea) n (r)});
my $other_name = $name =~ s/(\d+)\./($1 - 1) . '.'/er;
my $questions = join ";\n", map { my $q = $_; ("SELECT count(*) FROM name WHERE name %~ '$q'",
	"SELECT count(*) FROM name WHERE name %~ sanct_query('$q', 0.1)", "SELECT string_agg((name <~> '$q')::text, ' ' ORDER BY name <~> '$q') FROM (SELECT * FROM name ORDER BY name <~> '$q' LIMIT 40) n") }
	'Kim Chol Un', '김철수', 'Viktor Kim';
my $expected = $node->safe_psql('postgres', "SET enable_indexscan = off; SET enable_bitmapscan = off; $questions");

sub ask
{
	my ($setting, $what, $warnings, $detail) = @_;
	my ($status, $out, $err) = $node->psql('postgres', "SET $setting = off; $questions");

	is($out, $expected, "$what: the answers");
	# others tell of checksums, which new servers have
	is(scalar(() = $err =~ /WARNING: .*Unicode/g), $warnings, "$what: how many WARNINGs");
	like($err, $_, "$what: what it says") for $warnings > 0 ? @$detail : ();
	return;
}

sub rewrite
{
	my ($file, $change) = @_;

	$node->stop;
	my $bytes = slurp_file("@{[$node->data_dir]}/$file");
	my $changed = $change->(\$bytes);
	open my $handle, '>:raw', "@{[$node->data_dir]}/$file" or die $!;
	print $handle $bytes;
	close $handle;
	$node->start;
	return $changed;
}

ask('enable_seqscan', 'a new index', 0);
my $file = $node->safe_psql('postgres', q{CHECKPOINT; SELECT pg_relation_filepath('name_name')});
my $changed = rewrite($file, sub {
	my ($bytes) = @_;

	for my $reading (@readings)
	{
		my $at = index($$bytes, $reading);
		substr($$bytes, $at + 1, 1) = $other if $at >= 0;
	}
	return $$bytes =~ s/\Q$head\E(?=[\x01-\x03])/chr($version | 0x80) . $other/ge;
});
cmp_ok($changed, '>', 2, 'inner keys were changed');
ask('enable_seqscan', 'an index of another version', 1, [qr/WARNING: +index "name_name" was built with another version of Unicode\n/,
	qr/DETAIL: +It holds names read with $other_name, this server has $name\.\n/, qr/HINT: +Run REINDEX INDEX name_name\.$/m]);
ask('enable_indexscan = off; SET enable_bitmapscan', 'without the index', 0);
$node->safe_psql('postgres', q{SELECT max(ctid) AS last FROM name \gset
INSERT INTO name TABLE name; DELETE FROM name WHERE ctid > :'last'; VACUUM name});
ask('enable_seqscan', 'an index of several versions', 1, [qr/DETAIL: +It holds names read with several versions, this server has $name\.\n/]);
$node->safe_psql('postgres', 'REINDEX INDEX name_name');
ask('enable_seqscan', 'after REINDEX', 0);

# Readings in a table, and queries
$node->safe_psql('postgres', qq{
	CREATE CAST (bytea AS sanct_reading) WITHOUT FUNCTION;
	CREATE CAST (sanct_query AS bytea) WITHOUT FUNCTION;
	CREATE CAST (bytea AS sanct_query) WITHOUT FUNCTION;
	CREATE TABLE stored AS SELECT name, set_byte(sanct_read(name)::bytea, 3, @{[$unicode - 4]})::sanct_reading AS reading,
		set_byte(sanct_query(name, 0.9)::bytea, 5, @{[$unicode - 4]})::sanct_query AS query FROM name WHERE name ~ '^Kim';
	CREATE INDEX stored_reading ON stored USING gist (reading);
});
my @ways = ('SET enable_indexscan = off; SET enable_bitmapscan = off;', 'SET enable_seqscan = off;');
my $matches = q{SELECT count(*) FROM stored WHERE reading %~ sanct_read('Kim Chol Su'); SELECT count(*) FROM stored WHERE reading %~ sanct_query('Kim Chol Un', 0.9)};
my $queries = q{SELECT count(*) FROM stored a JOIN stored b ON a.query %~ b.name};
my $fresh = $node->safe_psql('postgres', $matches =~ s/reading %~/sanct_read(name) %~/gr . ';' . $queries =~ s/a\.query/sanct_query(a.name, 0.9)/r);
for my $way (0, 1)
{
	my ($status, $out, $err) = $node->psql('postgres', "$ways[$way] $matches; $queries; $matches");
	is($out =~ s/\n\d+\n\d+$//r, $fresh, "stored readings and queries, way $way: the answers");
	is(scalar(() = $err =~ /WARNING: +a stored reading was made with another version of Unicode\nDETAIL: +It was made with $other_name, this server has $name\.\nHINT: +Run UPDATE/g),
		$way == 0 ? 1 : 0, "way $way: of readings");
	is(scalar(() = $err =~ /WARNING: +index "stored_reading" was built with .*\n.*\nHINT: +Run UPDATE .*, then REINDEX INDEX stored_reading\./g), $way == 1 ? 1 : 0, "way $way: of their index");
	is(scalar(() = $err =~ /WARNING: +the query was made with another version of Unicode\nDETAIL: .*\nHINT: +Make it anew/g), 1, "way $way: of queries");
	is(scalar(() = $err =~ /WARNING/g), 2, "way $way: and no more");
	# inside an index scan, which tells when it ends
	($status, $out, $err) = $node->psql('postgres', "$ways[$way] SELECT count(*) FROM name WHERE name %~ (SELECT query FROM stored LIMIT 1)");
	is(scalar(() = $err =~ /WARNING: +the query was made/g), 1, "way $way: of a query for an index");
}
$node->safe_psql('postgres', 'UPDATE stored SET reading = sanct_read(name), query = sanct_query(name, 0.9); REINDEX INDEX stored_reading');
for my $way (0, 1)
{
	my ($status, $out, $err) = $node->psql('postgres', "$ways[$way] $matches; $queries");
	is("$out $err", "$fresh ", "way $way: after UPDATE and REINDEX none");
}

# Indexes whose root is gone: sanct_status tells of ours, and asks for no other's
$node->safe_psql('postgres', q{CREATE TABLE place (at point); INSERT INTO place VALUES ('(1,2)'); CREATE INDEX place_at ON place USING gist (at)});
my @roots = map { $node->data_dir . '/' . $node->safe_psql('postgres', "SELECT pg_relation_filepath('$_')") } qw(name_name place_at);
$node->stop;
for my $root (@roots)
{
	open my $file, '+<:raw', $root or die $!;
	print $file "\0" x 8192;
	close $file;
}
$node->start;
is($node->safe_psql('postgres', q{SELECT subject, severity, what LIKE 'index "name_name" %', replace(what_to_do, E'\n', ' ') FROM sanct_status() WHERE subject LIKE 'index%'}),
	'index public.name_name|error|t|REINDEX INDEX CONCURRENTLY public.name_name;', 'the state tells of an index whose root is gone, and goes on');

$node->stop;
done_testing();

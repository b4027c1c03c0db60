# In every server encoding: the same scores for the same names, and an answer to whatever bytes a text can have
use strict;
use warnings;

use Encode ();
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my @encodings = ('UTF8', 'LATIN1', 'SQL_ASCII', 'EUC_KR', 'WIN1252', 'EUC_JP', 'KOI8R', 'WIN1251');
my $node = PostgreSQL::Test::Cluster->new('encodings');
$node->init;
$node->start;

my $version = $node->safe_psql('postgres', 'SELECT current_setting(\'server_version_num\')::int / 10000');
push @encodings, 'MULE_INTERNAL' if $version < 19;
for my $encoding (@encodings)
{
	$node->safe_psql('postgres',
		"CREATE DATABASE \L$encoding\E TEMPLATE template0 ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C'");
	$node->safe_psql(lc($encoding), 'CREATE EXTENSION sanctmatch');
}

# All that is known of pairs of names; the names are written in UTF-8
sub scores
{
	my ($database, $client, @names) = @_;
	my $values = join ', ', map { s/'/''/gr } map { "\$\$$_\$\$" } @names;

	return $node->safe_psql(
		$database, qq(
		SET client_encoding = $client;
		CREATE TEMP TABLE n AS SELECT name FROM unnest(ARRAY[$values]) AS name;
		SELECT a.name, b.name, sanct_similarity(a.name, b.name), sanct_weight(a.name, b.name), a.name %~ b.name,
			a.name <~> b.name, sanct_similarity(sanct_read(a.name), sanct_read(b.name)), sanct_matches(a.name, b.name, 0.8)
		FROM n a, n b ORDER BY 1, 2;
		SELECT name, dprk, system, probability FROM n, sanct_readings(name) ORDER BY 1, 4 DESC, 2, 3;
		SELECT name, (SELECT array_agg((part, relation, bits)) FROM sanct_explain(name, 'Kim Jong Un')) FROM n ORDER BY 1;
	));
}

my @ascii = ('KIM Jong Un', "Kim Cho'ng-u'n", 'Kim Jeong-eun', 'Jong Un Kim', 'RI Yong Ho', 'KIMJONGUN', 'Parsek LLC', 'OOO Parsek',
	'Roman Anatolyevich ALAR', 'Ocean Star 5', '', '12', 'J. U. Kim', 'Namgung Min');
my @hangul = ('김정은', '최룡해', '남궁민', '리영호', '이용호', '김 정은', '조선광업개발무역회사', '김정은 (KIM Jong Un)');
my $expected = scores('utf8', 'UTF8', @ascii);
isnt($expected, '', 'there are scores');
is(scores(lc($_), $_, @ascii), $expected, "ASCII names have the same scores in $_") for @encodings;

# Hangul, where there is any; SQL_ASCII is read as UTF-8
$expected = scores('utf8', 'UTF8', @ascii, @hangul);
is(scores('euc_kr', 'UTF8', @ascii, @hangul), $expected, 'Hangul has the same scores in EUC_KR');
is(scores('sql_ascii', 'SQL_ASCII', @ascii, @hangul), $expected, 'UTF-8 has the same scores in SQL_ASCII');
my @accents = ('Müller', 'Muller', 'José García', 'Jose Garcia', 'Ñandú');
$expected = scores('utf8', 'UTF8', @accents);
is(scores($_, 'UTF8', @accents), $expected, "accents have the same scores in $_") for 'latin1', 'win1252';
my @cyrillic = ('Петров Иван', 'Ким Чен Ын', 'Petrov Ivan');
is(scores('koi8r', 'UTF8', @cyrillic), scores('utf8', 'UTF8', @cyrillic), 'Cyrillic has the same scores in KOI8R');

# Readings are Hangul and its romanisation, or that alone where there is no Hangul
sub reading { return $node->safe_psql($_[0], "SET client_encoding = $_[1]; SELECT hangul, dprk FROM sanct_readings('Kim Jong Un') LIMIT 1"); }
is(reading('utf8', 'UTF8'), '김정은|Kim Jong Un', 'a reading in UTF8');
is(reading('euc_kr', 'UTF8'), '김정은|Kim Jong Un', 'a reading in EUC_KR');
is(reading($_, 'SQL_ASCII'), '|Kim Jong Un', "a reading in $_") for 'latin1', 'sql_ascii', 'koi8r';

# Breves where the encoding has them
sub romanized
{
	my ($database, $client, $name, $system) = (@_, 'mr');
	return $node->safe_psql($database, "SET client_encoding = $client; SELECT sanct_romanize('$name', '$system')");
}
is(romanized('utf8', 'UTF8', '김정은'), 'Kim Chŏngŭn', 'breves in UTF8');
is(romanized('euc_kr', 'UTF8', '김정은, 金正恩'), 'Kim Chongun, 金正恩', 'no breves in EUC_KR');
is(romanized('euc_kr', 'UTF8', '김정은', 'katakana'), 'キム ジョンウン', 'no middle dot in EUC_KR');
is(romanized('euc_kr', 'UTF8', '김여정', 'kontsevich'), 'Ким Ё Чжон', 'Cyrillic in EUC_KR');
is(romanized('sql_ascii', 'SQL_ASCII', '김정은'), 'Kim Chongun', 'no breves in SQL_ASCII');
is(romanized('latin1', 'UTF8', 'Müller'), 'Müller', 'nothing to romanise in LATIN1');

# FollowTheMoney lines: what an encoding lacks is told or left out as in other formats, and an id that it lacks with its line
my $lines = qq({"id":"a","schema":"Person","properties":{"name":["José García"],"topics":["sanction"],"notes":["Ŝ"]}}
{"id":"b","schema":"Person","properties":{"name":["김정은"],"topics":["sanction"]}}
{"id":"p","schema":"Passport","properties":{"holder":["a"],"number":["C12345678"],"country":["kp"]}}
);
sub ftm
{
	my ($encoding, $text) = @_;
	my ($out, $err) = ('', '');
	$node->psql($encoding, "SET client_encoding = " . ($encoding eq 'sql_ascii' ? 'SQL_ASCII' : 'UTF8') . ";
		SELECT r.entries FROM sanct_import_opensanctions_json(decode('" . unpack('H*', $text) . "', 'hex'), list => 'ftm', max_removed => 1) r;
		SELECT string_agg(n.name, ', ' ORDER BY n.name) FROM sanct_name n; SELECT value FROM sanct_identifier WHERE kind = 'passport'",
		stdout => \$out, stderr => \$err);
	return ($out, $err);
}
for my $encoding ('utf8', 'sql_ascii', 'euc_kr', 'latin1', 'koi8r')
{
	my ($out, $err) = ftm($encoding, $lines);
	my %names = (utf8 => 'José García, 김정은', sql_ascii => 'José García, 김정은', euc_kr => '김정은', latin1 => 'José García');
	my $entries = { utf8 => 2, sql_ascii => 2, euc_kr => 1, latin1 => 1 }->{$encoding};
	if ($entries)
	{
		is($out, "$entries\n$names{$encoding}" . ($encoding eq 'euc_kr' ? '' : "\nC12345678"), "FollowTheMoney lines in \U$encoding");
		is($err =~ /left out, as encoding/ ? 1 : 0, $entries == 1 ? 1 : 0, "and what \U$encoding\E lacks is told");
	}
	else { like($err, qr/left out|holds no/, "FollowTheMoney lines in \U$encoding\E are refused or told") }
}
like((ftm('latin1', $lines . qq({"id":"q","schema":"Passport","properties":{"holder":["ĉ"],"number":["1"]}}\n)))[1],
	qr/has no equivalent in encoding "LATIN1"\nCONTEXT:  file "document", line 4/, 'an id that LATIN1 lacks is told with its line');

$node->safe_psql($_, 'TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link')
	for 'utf8', 'sql_ascii', 'euc_kr', 'latin1', 'koi8r';

# Any text at all: pieces of characters in SQL_ASCII, bytes that no Unicode character stands for
my $half = '\xEA\xB9|\xEA|\xB9\x80|\xFF|\xC0\x80|\xED\xA0\x80|\xF4\x90\x80\x80|\xE1\x84\x80|a\xCC|\xF0\x9F\x98';
my %odd = (
	sql_ascii => $half,
	latin1 => '\x80|\x9F|\xA0|\xAD|\xE9|\xFF\xFE|\xB7',
	win1252 => '\x81|\x8D|\x8F\x90|a\x9D|\xE9',
	koi8r => '\x80|\xFF|\xA3',
	euc_kr => '\xA1\xA1|\xB1\xE8|\xFE\xFE|\xC9\xA1|\xA4\xA1',
	euc_jp => '\x8E\xB1|\x8F\xA2\xB7|\xA1\xA1|\xFE\xFE|\x8F\xFE\xFE',
	mule_internal => '\x81\xE9|\x92\xB0\xA1|\x8B\xC1|\x93\xB1\xE8|\x81\x80');
for my $database (grep { exists $odd{$_} } map { lc } @encodings)
{
	my $result = $node->safe_psql(
		$database, qq(
		SET client_encoding = SQL_ASCII;
		CREATE TABLE odd AS
		SELECT row_number() OVER () AS id, a || b || c AS name
		FROM unnest(string_to_array(E'$odd{$database}', '|')) a, unnest(ARRAY['', 'Kim ', E'Kim Jong Un\\n', repeat('x', 3000)]) b,
			unnest(string_to_array(E'|$odd{$database}', '|')) c;
		CREATE INDEX odd_name_idx ON odd USING gist (name sanct_gist_ops);
		ANALYZE odd;
		CREATE TABLE stored AS SELECT id, sanct_read(name) AS reading FROM odd;
		SET enable_seqscan = off;
		CREATE TABLE by_index AS SELECT a.id AS a, b.id AS b FROM odd a JOIN odd b ON a.name %~ b.name WHERE b.id % 7 = 0;
		SET enable_seqscan = on; SET enable_indexscan = off; SET enable_bitmapscan = off;
		CREATE TABLE by_scan AS SELECT a.id AS a, b.id AS b FROM odd a JOIN odd b ON a.name %~ b.name WHERE b.id % 7 = 0;
		SELECT count(*) > 20, count(*) FILTER (WHERE sanct_similarity(name, name) NOT IN (0, 1)),
			count(*) FILTER (WHERE sanct_similarity(name, name) = 1 AND NOT name %~ name),
			count(sanct_romanize(name)) - count(*), count(sanct_romanize(name, 'mr')) - count(*),
			count(sanct_query(name, 0.5)::text::sanct_query) - count(*),
			sum((SELECT count(*) FROM sanct_explain(name, 'Kim Jong Un'))) >= count(*),
			sum((SELECT count(read_a) FROM sanct_explain(name, name) WHERE part = 'whole name')) <= count(*),
			sum((SELECT count(*) FROM sanct_readings(name))) >= 0
		FROM odd;
		SELECT count(*) FROM odd JOIN stored USING (id) WHERE reading::text <> name;
		SELECT count(*) FROM ((TABLE by_index EXCEPT TABLE by_scan) UNION ALL (TABLE by_scan EXCEPT TABLE by_index)) d;
	));
	is($result, "t|0|0|0|0|0|t|t|t\n0\n0", "any text gets an answer in $database");
}

# A list of one's own in any encoding; a text that UTF-8 does not have is told by its row
for my $case ([ 'utf8', 'UTF8', '김정은' ], [ 'euc_kr', 'UTF8', '김정은' ], [ 'sql_ascii', 'SQL_ASCII', '김정은' ], [ 'latin1', 'UTF8', 'Müller' ], [ 'koi8r', 'UTF8', 'Ким Чен Ын' ])
{
	my ($database, $client, $name) = @$case;

	is($node->safe_psql($database, qq(
		SET client_encoding = $client;
		CREATE TABLE own AS SELECT '$name'::text AS id, '$name'::text AS name, ARRAY['$name 2', 'Kim Jong Un'] AS aka, '$name'::text AS born_in;
		SELECT r.names, r.identifiers FROM sanct_import_table('own', 'own', aliases_column => 'aka', fact_columns => '{born_in}') AS r;
		SELECT list_uid, primary_name FROM sanct_entry;
		SELECT name FROM sanct_name ORDER BY id;
		SELECT matched_name FROM sanct_screen('$name');)),
		"3|1\n$name|$name\n$name\n$name 2\nKim Jong Un\n$name", "a list of one's own in \U$database\E");
}
for my $case ([ 'euc_kr', '\xC9\xA1' ], [ 'sql_ascii', '\xEA\xB9' ], [ 'win1252', '\x81' ])
{
	my ($database, $bytes) = @$case;
	my ($status, $out, $err) = $node->psql($database, qq(
		SET client_encoding = SQL_ASCII;
		CREATE TABLE broken AS SELECT 'no 17' AS id, E'Kim $bytes'::text AS name;
		SELECT FROM sanct_import_table('broken', 'own');));

	isnt($status, 0, "what is no UTF-8 is refused in \U$database\E");
	like($err, qr/ERROR:  .*encoding.*\n.*table public\.broken, row with id "no 17"/, "what is no UTF-8 is told in \U$database\E");
}

# Lists with names that the encoding lacks are imported without these, and that is told: names, entries that have no others, other texts
my $un = "$ENV{PG_ABS_SRCDIR}/test/data/un.xml";
my $csv = join '', map { "$_\n" } 'id,schema,name,aliases,countries,addresses', '1,Person,Jane Roe,,kr,', '2,Person,김정은,Kim Jong Un;Jong Un KIM;Ким Чен Ын,kp,평양', '3,Person,عبد الکبیر,,,',
	'4,Company,ООО Парсек,Parsek LLC;ООО Парсек;Parsek LLC,ru,Москва', '5,Person,عبد,Ким Чен Ын,,', '6,Person,Müller,,,', '7,Person,สมชาย,,,Bangkok';
sub import_lists
{
	my ($database, $client) = @_;
	my ($status, $out, $err) = $node->psql($database, qq(
		SET client_encoding = $client;
		SELECT FROM sanct_import_un_xml(pg_read_binary_file('$un'));
		SELECT FROM sanct_import_opensanctions_csv('\\x@{[ unpack 'H*', $csv ]}', list => 'mixed');
		SELECT FROM sanct_import_opensanctions_csv('\\x@{[ unpack 'H*', $csv ]}', list => 'mixed');));

	is($status, 0, "lists with all kinds of names are imported in \U$database\E");
	return $err;
}
sub rows { return $node->safe_psql($_[0], "SET client_encoding = $_[1]; $_[2]"); }

is(import_lists('utf8', 'UTF8') =~ s/[^\n]*NOTICE.*\n?//r, '', 'nothing is left out in UTF8');
my $names_sql = q(SELECT l.code || '/' || e.list_uid, n.name FROM sanct_name n JOIN sanct_entry e ON e.id = n.entry_id JOIN sanct_list l ON l.id = e.list_id WHERE l.code IN ('un-sc', 'mixed') ORDER BY n.id);
my @names = map { [ split /\|/ ] } split /\n/, rows('utf8', 'UTF8', $names_sql);
for my $case ([ 'utf8', 'UTF8' ], [ 'sql_ascii', 'SQL_ASCII' ], [ 'euc_kr', 'UTF8', 'euc-kr' ], [ 'latin1', 'UTF8', 'iso-8859-1' ], [ 'win1251', 'UTF8', 'cp1251' ], [ 'koi8r', 'UTF8', 'koi8-r' ])
{
	my ($database, $client, $perl) = @$case;
	my $err = $database eq 'utf8' ? '' : import_lists($database, $client);
	like($err, qr/DETAIL:  The first entries that have some are 2, 3, 4, 5, 7\.\n.*DETAIL:  The first of them are 3, 5, 7\.\n/s, 'warnings tell entries') if $database eq 'latin1';
	my (@stored, @lost, %left);

	for my $name (@names)
	{
		my $text = Encode::decode('UTF-8', $$name[1]);
		my $storable = !$perl || eval { Encode::encode($perl, $text, Encode::FB_CROAK); 1 };

		$left{$$name[0]} += $storable ? 1 : 0;
		push @{ $storable ? \@stored : \@lost }, join '|', @$name;
	}
	my %nameless = map { $_ => 1 } grep { !$left{$_} } keys %left;

	is(rows($database, $client, $names_sql), join("\n", @stored), "names that \U$database\E holds");
	is(rows($database, $client, q(SELECT count(*) FROM sanct_list l JOIN sanct_release r ON r.list_id = l.id JOIN LATERAL (
			SELECT count(*) AS entries, sum((SELECT count(*) FROM sanct_name n WHERE n.entry_id = e.id)) AS names, sum((SELECT count(*) FROM sanct_identifier i WHERE i.entry_id = e.id)) AS identifiers,
				sum((SELECT count(*) FROM sanct_identifier i WHERE i.entry_id = e.id AND i.kind = 'address')) AS addresses
			FROM sanct_entry e WHERE e.list_id = l.id AND e.delisted_in IS NULL) s ON true
		WHERE l.code IN ('un-sc', 'mixed') AND (r.entries, r.names, r.identifiers, r.addresses) = (s.entries, s.names, s.identifiers, s.addresses))), '2', "a release counts what \U$database\E holds");
	is(rows($database, $client, "SELECT sum(unstorable_names) FROM sanct_release r JOIN sanct_list l ON l.id = r.list_id WHERE l.code IN ('un-sc', 'mixed')"), scalar @lost, "and what it does not");
	is(rows($database, $client, q(SELECT count(*) FROM sanct_entry e JOIN sanct_list l ON l.id = e.list_id WHERE l.code IN ('un-sc', 'mixed'))), scalar(keys %left) - keys %nameless, "entries in \U$database\E");
	is(rows($database, $client, 'SELECT count(*) FROM sanct_entry e WHERE NOT EXISTS (SELECT FROM sanct_name n WHERE n.entry_id = e.id AND n.name = e.primary_name)'), '0', "each by one of its names in \U$database\E");
	for my $list ('un-sc', 'mixed')
	{
		my $lost = grep { /^$list/ } @lost;
		my $nameless = grep { /^$list/ } keys %nameless;
		my $encoding = uc $database;
		my $warnings = () = $err =~ /WARNING.* names of list "$list"/g;

		is($warnings, $lost ? 1 : 0, "one warning of names of $list in $encoding");
		like($err, qr/WARNING:  $lost names? of list "$list" (?:is|are) left out, as encoding $encoding lacks/, "it counts them") if $lost;
		like($err, qr/WARNING:  $nameless (?:entry|entries) of list "$list" (?:is|are) left out, as encoding $encoding can/, "entries without a name of $list in $encoding") if $nameless;
	}
	is(rows($database, $client, q(SELECT list_uid FROM sanct_screen('Kim Jong-un') WHERE list = 'mixed' AND list_uid <> '5')), '2', "an entry is found by a name that \U$database\E holds");
}
is(rows('latin1', 'UTF8', q(SELECT value FROM sanct_identifier i JOIN sanct_entry e ON e.id = i.entry_id WHERE e.list_uid = '4' AND kind = 'address')), '??????', 'other texts have question marks for what the encoding lacks');
is(rows('latin1', 'UTF8', q(SELECT primary_name FROM sanct_entry WHERE list_uid = '2')), 'Kim Jong Un', 'an entry whose first name is lacking goes by the next');

$node->stop;
done_testing();

# Every SQL block of README.md and docs runs as it stands, in the order it stands, each document in a database of its own.
# In a document stand, unseen where it is read:
#	<!-- run: SQL -->			what must have happened before the next block
#	<!-- fails: SQLSTATE -->	the next block ends with this error, which is what it shows
#	<!-- not run: why -->		the next block cannot be run here
#	<!-- narrow -->			psql shows what each statement of the next block answers in 120 columns; it answers something
#	<!-- nothing is there -->	the document makes all that it needs itself
# test/data/docs.sql is what all but README.md take for granted.  /lists is a directory with the samples of test/data, shard1
# this server once more.
use strict;
use warnings;

use File::Copy;
use IPC::Run;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $top = $ENV{PG_ABS_SRCDIR};
my $lists = PostgreSQL::Test::Utils::tempdir();
my %sample = (
	'sdn.csv' => 'ofac_sdn.csv', 'alt.csv' => 'ofac_alt.csv', 'add.csv' => 'ofac_add.csv', 'sdn_comments.csv' => 'ofac_comments.csv',
	'consolidated.xml' => 'un.xml');
copy("$top/test/data/$sample{$_}", "$lists/$_") or die "$_: $!" for keys %sample;
copy("$top/$_", $lists) or die "$_: $!" for qw(docs/roles.sql test/data/customers.csv);
append_to_file("$lists/blocked.csv", "id,name,kind,birth_date\n7,Choe Ryong Hae,person,1950-01-15\n8,Somebody,person,\n");

my $node = PostgreSQL::Test::Cluster->new('docs');
$node->init;
$node->start;

# The SQL of a document: a row each, which line, what it is, the text, the error it shall end with
sub blocks
{
	my ($file) = @_;
	my @lines = split /\n/, slurp_file($file);
	my (@blocks, $fails, $left, $narrow);

	for (my $i = 0; $i < @lines; $i++)
	{
		my $at = $i + 1;
		if ($lines[$i] =~ /^<!-- (run|fails|not run): (.*)/)
		{
			my ($what, $text) = ($1, $2);
			$text .= "\n" . $lines[ ++$i ] while $text !~ /-->\s*$/ && $i < $#lines;
			$text =~ s/\s*-->\s*$//;
			if ($what eq 'run') { push @blocks, [ $at, 'preparation', $text, undef ] }
			elsif ($what eq 'fails') { $fails = $text }
			else { $left = $text }
		}
		elsif ($lines[$i] eq '<!-- narrow -->') { $narrow = 1 }
		elsif ($lines[$i] =~ /^```sql\s*$/)
		{
			my $text = '';
			$text .= $lines[$i] . "\n" while $lines[ ++$i ] !~ /^```/;
			push @blocks, [ $at, $left ? 'left out' : 'block', $left // $text, $fails, $narrow ];
			($fails, $left, $narrow) = (undef, undef, undef);
		}
	}
	ok(!defined $fails && !defined $left, "$file: each mark stands before a block");
	return @blocks;
}

# Run SQL by psql, with /lists where it is; the SQLSTATE of the error that it ended with, '' for none, and what was said
sub run_sql
{
	my ($database, $sql) = @_;
	my $script = PostgreSQL::Test::Utils::tempdir() . '/block.sql';
	$sql =~ s{'(/var/lib)?/lists/}{'$lists/}g;
	$sql =~ s{\(host 'shard1',}{sprintf q{(host '%s', port '%s',}, $node->host, $node->port}ge;
	append_to_file($script, $sql);
	my ($out, $err);
	IPC::Run::run([ 'psql', '-XAtq', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=verbose', '-d', $node->connstr($database), '-f', $script ],
		'>', \$out, '2>', \$err, init => sub { chdir $lists or die $! });
	return ($err =~ /ERROR:\s+([0-9A-Z]{5}):/ ? $1 : '', $err);
}

# What is wrong with the width of what psql shows of each statement: nothing is shown, or more than 120 columns
sub widths
{
	my ($database, $sql) = @_;
	my @wrong;
	for my $statement ($sql =~ /(SELECT.*?;)/gs)
	{
		my ($out, $err);
		IPC::Run::run([ 'psql', '-X', '-P', 'pager=off', '-d', $node->connstr($database), '-c', $statement ], '>', \$out, '2>', \$err);
		my ($rule) = $out =~ /^(-[-+]*)$/m;
		push @wrong, "$statement $err" if !defined $rule || $out =~ /^\(0 rows\)/m;
		push @wrong, length($rule) . " columns: $statement" if length($rule // '') > 120;
	}
	return @wrong;
}

my $has_fdw = $node->safe_psql('postgres', q(SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw'));
my ($run, $left) = (0, 0);
for my $file ("$top/README.md", sort glob "$top/docs/*.md")
{
	my ($name) = $file =~ m{([^/]+)\.md$};
	my @blocks = blocks($file);
	next unless @blocks;
	$node->safe_psql('postgres', "CREATE DATABASE \"$name\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
	unshift @blocks, [ 0, 'preparation', slurp_file("$top/test/data/docs.sql"), undef ] unless $name eq 'README' || slurp_file($file) =~ /^<!-- nothing is there -->/m;
	for my $block (@blocks)
	{
		my ($line, $what, $text, $fails, $narrow) = @$block;
		($what, $text) = ('left out', 'postgres_fdw is not installed') if $text =~ /postgres_fdw/ && !$has_fdw;
		if ($what eq 'left out')
		{
			like($text, qr/\w+ \w+/, "$name line $line is not run: $text");
			$left++ if $has_fdw;
			next;
		}
		my ($state, $err) = run_sql($name, $text);
		is($state, $fails // '', "$name line $line, $what") or diag($err);
		$run++ if $what eq 'block';
		is_deeply([ widths($name, $text) ], [], "$name line $line fits a screen") if $narrow;
	}
	$node->safe_psql('postgres', "DROP DATABASE \"$name\"");
	$node->safe_psql('postgres', 'DROP ROLE IF EXISTS ' . join ', ', qw(list_loader reporting sanct_loader sanct_officer sanct_analyst sanct_application
		sanct_screener list_job alice web));
}
cmp_ok($run, '>', 40, 'there are blocks');
cmp_ok($left, '<=', 3, 'of which few are left out: what needs servers of other kinds');
done_testing();

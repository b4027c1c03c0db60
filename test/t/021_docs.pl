# Every SQL block of README.md and docs runs as it stands, in the order it stands, each document in a database of its own.
# In a document stand, unseen where it is read:
#	<!-- run: SQL -->			what must have happened before the next block
#	<!-- fails: SQLSTATE -->	the next block ends with this error, which is what it shows
#	<!-- elsewhere -->			the next block is for another server, with the extension and no list
#	<!-- narrow -->			psql shows what each statement of the next block answers in 120 columns; it answers something
#	<!-- nothing is there -->	the document makes all that it needs itself
# test/data/docs.sql is what all but README.md take for granted.  /lists is a directory with the samples of test/data, the
# hosts shard1 and lists are this server once more.
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

# What else a block may need, and may then be left out for
my %may_lack = (postgres_fdw => 'postgres_fdw is not installed');

# What answers with a page, which is written into a file and not looked at in psql
my $page = qr/^SELECT sanct_report/m;

my $node = PostgreSQL::Test::Cluster->new('docs');
$node->init(allows_streaming => 'logical');
$node->start;

# The SQL of a document: a row each, which line, what it is, the text, the error it shall end with, other marks
sub blocks
{
	my ($file) = @_;
	my @lines = split /\n/, slurp_file($file);
	my (@blocks, %mark);

	for (my $i = 0; $i < @lines; $i++)
	{
		my $at = $i + 1;
		if ($lines[$i] =~ /^<!-- (run|fails): (.*)/)
		{
			my ($what, $text) = ($1, $2);
			$text .= "\n" . $lines[ ++$i ] while $text !~ /-->\s*$/ && $i < $#lines;
			$text =~ s/\s*-->\s*$//;
			if ($what eq 'run') { push @blocks, [ $at, 'preparation', $text, undef, {} ] }
			else { $mark{fails} = $text }
		}
		elsif ($lines[$i] =~ /^<!-- (narrow|elsewhere) -->$/) { $mark{$1} = 1 }
		elsif ($lines[$i] =~ /^<!--/ && $lines[$i] ne '<!-- nothing is there -->') { fail("$file line $at: no such mark") }
		elsif ($lines[$i] =~ /^\s*(?:```|~~~)\s*(.*)/)
		{
			my ($language, $text) = ($1, '');
			$text .= $lines[$i] . "\n" while defined $lines[ ++$i ] && $lines[$i] !~ /^\s*(?:```|~~~)/;
			if ($language eq 'sql') { push @blocks, [ $at, 'block', $text, delete $mark{fails}, {%mark} ]; %mark = () }
			elsif ($language !~ /^(?:sh|java|js|python)$/ && $text =~ /^\s*(?:SELECT|CREATE|ALTER|INSERT|UPDATE|GRANT)\b/im)
			{
				fail("$file line $at: SQL that nothing runs");
			}
		}
	}
	ok(!%mark, "$file: each mark stands before a block");
	return @blocks;
}

# How wide a line is, each tab up to the next of every fourth column
sub width
{
	my ($line) = @_;

	utf8::decode($line);
	1 while $line =~ s/^([^\t]*)\t/$1 . ' ' x (4 - length($1) % 4)/e;
	return length $line;
}

# Run SQL by psql, with /lists where it is; the SQLSTATE of the error that it ended with, '' for none, what was said, and how
# wide each answer is that does not fit into 120 columns
sub run_sql
{
	my ($server, $database, $sql) = @_;
	my $script = PostgreSQL::Test::Utils::tempdir() . '/block.sql';
	$sql =~ s{'(/var/lib)?/lists/}{'$lists/}g;
	$sql =~ s{\(host 'shard1',}{sprintf q{(host '%s', port '%s',}, $node->host, $node->port}ge;
	$sql =~ s{'host=lists dbname=bank'}{sprintf q{'host=%s port=%s dbname=%s'}, $node->host, $node->port, $database}ge;
	append_to_file($script, $sql);
	my ($out, $err);
	IPC::Run::run([ 'psql', '-Xq', '-P', 'pager=off', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=verbose', '-d', $server->connstr($database), '-f', $script ],
		'>', \$out, '2>', \$err, init => sub { chdir $lists or die $! });
	my ($state) = $err =~ /ERROR:\s+([0-9A-Z]{5}):/;
	return ($state // '', $err, grep { $_ > 120 } map { length } $out =~ /^(-[-+]*)$/mg);
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

# Another server, with the extension in a database of that name and no list
sub another_server
{
	my ($database) = @_;
	my $another = PostgreSQL::Test::Cluster->new('another');
	$another->init;
	$another->start;
	$another->safe_psql('postgres', "CREATE DATABASE \"$database\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
	$another->safe_psql($database, 'CREATE EXTENSION sanctmatch');
	return $another;
}

# Wait for what another server subscribes to, see that it has the lists, and let it go
sub follow
{
	my ($another, $database) = @_;
	my $subscriptions = $another->safe_psql($database, 'SELECT subname FROM pg_subscription');
	isnt($subscriptions, '', "$database: another server subscribes") or return $another->stop;
	ok($another->poll_query_until($database, q(SELECT count(*) > 0 AND bool_and(srsubstate = 'r') FROM pg_subscription_rel)),
		"$database: and has followed");
	is($another->safe_psql($database, q(SELECT string_agg(DISTINCT list, ' ') FROM sanct_screen('Choe Myong-hyon'))),
		$node->safe_psql($database, q(SELECT string_agg(DISTINCT list, ' ') FROM sanct_screen('Choe Myong-hyon'))), 'and answers as this one');
	$another->safe_psql($database, "DROP SUBSCRIPTION $_") for split /\n/, $subscriptions;
	$another->stop;
}

my ($run, $elsewhere, @left, $another) = (0, 0);
for my $file ("$top/README.md", sort glob "$top/docs/*.md")
{
	my ($name) = $file =~ m{([^/]+)\.md$};
	my @blocks = blocks($file);
	next unless @blocks;
	is_deeply([ grep { width($_) > 120 } map { $_->[1] eq 'block' ? split /\n/, $_->[2] : () } @blocks ], [], "$name is SQL of 120 columns");
	$node->safe_psql('postgres', "CREATE DATABASE \"$name\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
	unshift @blocks, [ 0, 'preparation', slurp_file("$top/test/data/docs.sql"), undef, {} ]
		unless $name eq 'README' || slurp_file($file) =~ /^<!-- nothing is there -->/m;
	for my $block (@blocks)
	{
		my ($line, $what, $text, $fails, $mark) = @$block;
		my ($lacks) = grep { $text =~ /$_/ && !$node->safe_psql('postgres', "SELECT count(*) FROM pg_available_extensions WHERE name = '$_'") }
			keys %may_lack;
		if ($lacks)
		{
			push @left, "$name line $line: $may_lack{$lacks}";
			next;
		}
		$another //= another_server($name) if $mark->{elsewhere};
		my ($state, $err, @wide) = run_sql($mark->{elsewhere} ? $another : $node, $name, $text);
		is($state, $fails // '', "$name line $line, $what") or diag($err);
		$run++ if $what eq 'block';
		is_deeply(\@wide, [], "$name line $line shows no more than 120 columns") if $what eq 'block' && $text !~ /$page/;
		is_deeply([ widths($name, $text) ], [], "$name line $line fits a screen") if $mark->{narrow};
	}
	if ($another)
	{
		follow($another, $name);
		$another = undef;
		$elsewhere++;
	}
	$node->safe_psql('postgres', "DROP DATABASE \"$name\"");
	$node->safe_psql('postgres', 'DROP ROLE IF EXISTS ' . join ', ', qw(list_loader reporting sanct_loader sanct_officer sanct_analyst sanct_application
		sanct_screener list_job alice web));
}
cmp_ok($run + @left, '>', 80, 'there are blocks');
cmp_ok($elsewhere, '>', 0, 'one of them on another server');
note("left out: $_") for @left;
done_testing();

# The private memory that an import of each format takes: of a document with long texts, and of one with many entries, whose ids
# all differ.  Of 40 MB and a tenth of that, or as large as SANCT_LARGE_MB and SANCT_ENTRIES_MB ask for;
# SANCT_LARGE_FORMATS='un_xml eu_csv' tries these alone.  Copies of the lists, which all share, are not counted.
use strict;
use warnings;

use Formats;
use List::Util qw(max);
use POSIX;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Time::HiRes qw(sleep);
use Walk;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $text_bytes = ($ENV{SANCT_LARGE_MB} // 40) * 1_000_000;
my $entries_bytes = ($ENV{SANCT_ENTRIES_MB} // ($ENV{SANCT_LARGE_MB} // 40) / 10) * 1_000_000;
my %asked = map { $_ => 1 } split ' ', $ENV{SANCT_LARGE_FORMATS} // '';
my $most = 64_000;
my $node = PostgreSQL::Test::Cluster->new('memory');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off\nmax_wal_size = 4GB\nwork_mem = 256MB\njit = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');
my $file = "$PostgreSQL::Test::Utils::tmp_check/memory";

# Where a long text is put in
my %long_text = (
	un_xml => qr/<COMMENTS1>/, eu_xml => qr/designationDetails="/, uk_xml => qr/<OtherInformation>/, ofac_xml => qr/<remarks>/, opensanctions_csv => 'sanctions',
	eu_csv => 'Entity_Remark', uk_csv => 'Other Information', ofsi_csv => 'Other Information', dfat_csv => 'Additional Information', ofac_csv => 'Remarks',
	ofac_advanced_xml => qr/(<Comment>)(?=<)|<Comment\/>/, ofac_enhanced_xml => qr/<value>/, seco_xml => qr/<other-information ssid="\d+">/,
	sema_xml => qr/<TitleOrShip>/, opensanctions_json => qr/"topics":/);

# The document with a text in each of the places, or in a column
sub with_text
{
	my ($format, $document, $text) = @_;
	my $place = $long_text{ $format->{import} };

	return $document =~ s/$place/"notes":["$text"],$&/gr if $format->{import} =~ /json/;
	return $document =~ s/$place/<Comment>$text<\/Comment>/gr if $format->{import} eq 'ofac_advanced_xml';
	return $document =~ s/$place/$&$text/gr if ref $place;
	my $delimiter = $format->{delimiter} // ',';
	my @records = csv_records(($format->{titles} ? "$format->{titles}\n" : '') . $document =~ s/\x1a//r, $delimiter);
	my ($column) = grep { $records[ $format->{header} ][$_] eq $place } 0 .. $#{ $records[ $format->{header} ] };
	$_->[$column] .= $text for @records[ $format->{header} + 1 .. $#records ];
	shift @records if $format->{titles};
	return csv_text($delimiter, @records);
}

# Runs a script in a session and returns what it answers, and the most private memory that its backend had meanwhile, in kB
sub watched
{
	my ($script) = @_;
	unlink "$file.pid", "$file.peak";
	my $watcher = fork // die $!;

	if ($watcher == 0)
	{
		my ($pid, $peak) = ('', 0);
		while ($pid eq '')
		{
			sleep 0.05;
			POSIX::_exit(1) if getppid() == 1;
			$pid = slurp_file("$file.pid") =~ s/\s//gr if -s "$file.pid";
		}
		while (open my $in, '<', "/proc/$pid/status")
		{
			my ($now) = join('', <$in>) =~ /^RssAnon:\s*(\d+)/m;
			last unless defined $now;
			$peak = $now if $now > $peak;
			sleep 0.05;
		}
		append_to_file("$file.peak", $peak);
		POSIX::_exit(0);
	}
	my $answer = $node->safe_psql('postgres', "\\o $file.pid\nSELECT pg_backend_pid();\n\\o\n$script");
	waitpid $watcher, 0;
	return ($answer, slurp_file("$file.peak"));
}

# The samples are of the same persons, and each copy of one would be linked with each of the other lists
sub forget_lists
{
	$node->safe_psql('postgres', 'TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier, sanct_link');
	return;
}

# Imports a document that a function writes; returns the entries, its bytes and the memory
sub import_written
{
	my ($format, $published, $write) = @_;

	open my $out, '>', $file or die $!;
	$write->($out);
	close $out or die $!;
	my $bytes = -s $file;
	my $object = $node->safe_psql('postgres', "SELECT lo_import('$file')");
	unlink $file;
	my $arguments = $format->{import} eq 'ofac_csv' ? "sdn_object => $object, alt => '', addresses => ''" :
		"large_object => $object" . ($format->{import} =~ /json/ ? ', topics => NULL' : '');
	my ($answer, $peak) = watched(qq(
		SET client_min_messages = error;
		SELECT r.entries, r.added, r.changed, r.delisted FROM sanct_import_$format->{import}($arguments, published => '$published', max_removed => 1) AS r));
	$node->safe_psql('postgres', "SELECT lo_unlink($object)");
	my ($entries, $change) = split /\|/, $answer, 2;
	note("$format->{import}: $bytes bytes, $entries entries, $peak kB");
	return ($entries, $change, $bytes, $peak);
}

for my $format (grep { !%asked || $asked{ $_->{import} } } @formats)
{
	my $name = $format->{import};
	my $sample = slurp_file("$data/$format->{sample}");

	forget_lists();

	# a long text in some entries, of a megabyte at most
	my $places_each = (length(with_text($format, $sample, 'x' x 1000)) - length(with_text($format, $sample, ''))) / 1000;
	my $copies = max(50, int(1 + $text_bytes / $places_each / 1_000_000));
	my $text = substr 'As it was said in a report of the panel and in others. ' x 20_000, 0, int(1 + $text_bytes / $places_each / $copies);
	my $long = with_text($format, $sample, $text);
	my ($entries, undef, $bytes, $peak) = import_written($format, '2031-01-01', sub { write_multiplied($_[0], $format, $long, $copies); });
	is($entries % $copies, 0, "$name: all entries are loaded");
	cmp_ok($entries, '>=', 2 * $copies, "$name: they are many");
	cmp_ok($bytes, '>', $text_bytes * 0.9, "$name: the document is large");
	cmp_ok($peak, '<', $most, "$name: the import takes less memory");

	# entries that have been put away are opened again
	if ($name =~ /^(?:eu|uk|ofsi|dfat)_csv/)
	{
		my ($again, $change, undef, $peak_again) = import_written($format, '2031-01-02', sub { write_multiplied($_[0], $format, $long, $copies, 1); });
		is("$again|$change", "$entries|0|0|0", "$name: records of an entry that stand apart say the same");
		cmp_ok($peak_again, '<', $most, "$name: in as much memory");
	}

	# many entries
	forget_lists();
	$copies = int(1 + $entries_bytes / length $sample);
	($entries, undef, $bytes, $peak) = import_written($format, '2031-01-01', sub { write_multiplied($_[0], $format, $sample, $copies); });
	is($entries % $copies, 0, "$name: all of many entries are loaded");
	cmp_ok($bytes, '>', $entries_bytes * 0.7, "$name: of a large document");
	cmp_ok($peak, '<', $most, "$name: the import of many entries takes less memory");
}

$node->stop;
done_testing();

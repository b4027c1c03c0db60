# Are the counts of entries, names and identifiers of an import those of the file?  The files are counted here with
# regular expressions and nothing of the importer's.  Real lists are counted where there are any.
use strict;
use warnings;
use utf8;

use IO::Uncompress::RawInflate qw(rawinflate $RawInflateError);
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;

my $data = "$ENV{PG_ABS_SRCDIR}/test/data";
my $lists = ($ENV{SHARED} // '') . '/lists';
my $tmp = $PostgreSQL::Test::Utils::tmp_check;
my $node = PostgreSQL::Test::Cluster->new('counts');
$node->init;
$node->append_conf('postgresql.conf', "fsync = off\nfull_page_writes = off");
$node->start;
$node->safe_psql('postgres', 'CREATE EXTENSION sanctmatch');

sub slurp
{
	my ($file, $encoding) = @_;

	open my $handle, "<:encoding($encoding)", $file or die "$file: $!";
	local $/;
	return scalar <$handle>;
}

# Loads a file given as SQL; compares entries, names, weak names and identifiers of some kinds with what is expected.
# The kind "*" stands for all.
sub compare
{
	my ($what, $import, $expected) = @_;
	my %kinds = %{ $expected->{kinds} };
	my $row = $node->safe_psql('postgres', "SET client_min_messages = error; TRUNCATE sanct_list, sanct_release, sanct_entry, sanct_name, sanct_identifier, sanct_past_entry, sanct_past_name, sanct_past_identifier;
		SELECT r.entries, r.names, r.weak_names, r.identifiers FROM $import AS r");
	my $stored = $node->safe_psql('postgres', "SELECT (SELECT count(*) FROM sanct_entry), (SELECT count(*) FROM sanct_name),
		(SELECT count(*) FROM sanct_name WHERE weak), (SELECT count(*) FROM sanct_identifier)");
	my %found = map { split /\|/ } split /\n/, $node->safe_psql('postgres', "SELECT kind, count(*) FROM sanct_identifier GROUP BY kind
		UNION ALL SELECT '*', count(*) FROM sanct_identifier");

	is($stored, $row, "$what: the release says what is stored");
	is(join('|', (split /\|/, $row)[ 0 .. 2 ]), "$expected->{entries}|$expected->{names}|$expected->{weak}", "$what: entries, names, weak names");
	is(join(', ', map { "$_ " . ($found{$_} // 0) } sort keys %kinds), join(', ', map { "$_ $kinds{$_}" } sort keys %kinds), "$what: identifiers");
	return;
}

sub binary { return "pg_read_binary_file('$_[0]')"; }

# Records of a CSV file, each a list of fields
sub records
{
	my ($text, $delimiter) = @_;
	my (@records, @fields);

	$text =~ s/^\x{FEFF}//;
	$text =~ s/\x1A\s*$//;
	while ($text =~ /\G(?:"((?:[^"]|"")*)"|([^"$delimiter\r\n]*))(\Q$delimiter\E|\r?\n|\z)/g)
	{
		my ($quoted, $plain, $end) = ($1, $2, $3);

		push @fields, defined $quoted ? $quoted =~ s/""/"/gr : $plain;
		next if $end eq $delimiter;
		push @records, [@fields] if @fields > 1 || $fields[0] ne '';
		@fields = ();
		last if $end eq '';
	}
	return @records;
}

# Facts of an entry: one that says no more than another is none
sub add_fact
{
	my ($facts, $kind, $value, $country, $note) = @_;

	return unless defined $value || defined $country || defined $note;
	for my $fact (@$facts)
	{
		next unless $fact->[0] eq $kind && ($fact->[1] // "\0") eq ($value // "\0");
		next if defined $country && $country ne ($fact->[2] // "\0");
		return if !defined $note || (defined $fact->[3] && index($fact->[3], $note) >= 0);
		next if defined $fact->[3] && index($note, $fact->[3]) < 0;
		$fact->[3] = $note;
		return;
	}
	push @$facts, [ $kind, $value, $country, $note ];
	return;
}

sub count_facts
{
	my %count = ('*' => 0);

	for my $fact (map { @$_ } @_)
	{
		$count{ $fact->[0] }++;
		$count{'*'}++;
	}
	return \%count;
}

# OFAC's CSV files: remarks are cut at 1,000 characters, where the last one is none, and go on in the comments

sub ofac_csv
{
	my ($sdn, $alt, $add, $comments) = map { defined $_ ? [ grep { $_->[0] =~ /^\d/ } records(slurp($_, 'UTF-8'), ',') ] : [] } @_;
	my %kinds = ('address' => scalar @$add, map { $_ => 0 } qw(birth-date nationality passport imo linked-to gender));
	my %more;
	my $weak = 0;

	$more{ $_->[0] } .= $_->[1] for @$comments;
	for my $record (@$sdn)
	{
		my $remarks = ($record->[11] // '') . ($more{ $record->[0] } // '');
		my @remarks = split /;/, $remarks =~ s/\b([afn]\.k\.a\. '[^']*);([^;]*')/$1,$2/gr;

		pop @remarks if length $remarks && length($remarks) % 1000 == 0;
		for my $remark (@remarks)
		{
			$remark =~ s/^\s*(?:alt\. )?//;
			$weak++ if $remark =~ /^[afn]\.k\.a\. '/;
			$kinds{'birth-date'}++ if $remark =~ /^DOB /;
			$kinds{nationality}++ if $remark =~ /^nationality:? /;
			$kinds{passport}++ if $remark =~ /^(?:Diplomatic |Stateless Person |British National Overseas )?Passport /;
			$kinds{imo}++ if $remark =~ /^(?:Vessel Registration Identification|Identification Number|Company Number|Registration Number|Registration ID) IMO /;
			$kinds{'linked-to'}++ if $remark =~ /^Linked To: /;
			$kinds{gender}++ if $remark =~ /^Gender /;
		}
	}
	return { entries => scalar @$sdn, names => @$sdn + @$alt + $weak, weak => $weak, kinds => \%kinds };
}

sub compare_ofac_csv
{
	my ($what, $list, @files) = @_;
	my $arguments = join ', ', map { defined $_ ? binary($_) : 'NULL' } @files;

	compare($what, "sanct_import_ofac_csv($arguments, list => '$list')", ofac_csv(@files));
	return;
}

# OFAC's XML: an element a fact, and links in the remarks

sub count { my ($text, $pattern) = @_; return scalar(() = $text =~ /$pattern/g); }

sub ofac_xml
{
	my $text = slurp($_[0], 'UTF-8');
	my @dates = $text =~ /<dateOfBirth>/g;
	my %kinds = (
		'address' => count($text, '<address>'),
		'nationality' => count($text, '<nationality>'),
		'birth-date' => scalar @dates,
		'birth-place' => count($text, '<placeOfBirth>'),
		'passport' => count($text, '<idType>Passport<'),
		'gender' => count($text, '<idType>Gender<'),
		'linked-to' => count($text, 'Linked To: '));

	$kinds{'*'} = count($text, '<idNumber>') + count($text, '<citizenship>') + count($text, '<(?:callSign|vesselType|vesselFlag|vesselOwner|tonnage|grossRegisteredTonnage)>');
	$kinds{'*'} += $kinds{$_} for qw(address nationality birth-date birth-place linked-to);
	return { entries => count($text, '<sdnEntry>'), names => count($text, '<sdnEntry>') + count($text, '<aka>'),
		weak => count($text, '<category>weak<'), kinds => \%kinds };
}

sub ofac_advanced
{
	my $text = slurp($_[0], 'UTF-8');
	my %type = $text =~ /<(?:FeatureType|IDRegDocType) ID="(\d+)">([^<]*)</g;
	my %kinds = map { $_ => 0 } qw(birth-date nationality address passport acting-for legal-basis);

	$kinds{ { Birthdate => 'birth-date', 'Nationality Country' => 'nationality', Location => 'address' }->{ $type{$_} } // 'other' }++
		for $text =~ /<Feature ID="\d+" FeatureTypeID="(\d+)"/g;
	delete $kinds{other};
	$kinds{passport} = grep { $type{$_} eq 'Passport' } $text =~ /IDRegDocTypeID="(\d+)"/g;
	$kinds{'acting-for'} = count($text, 'RelationTypeID="15002"');
	$kinds{'legal-basis'} = count($text, '<EntryEvent ');
	return { entries => count($text, '<DistinctParty '), names => count($text, '<DocumentedName '),
		weak => count($text, 'LowQuality="true"'), kinds => \%kinds };
}

# UN

sub plain { return $_[0] =~ s/<[^>]*>//gr =~ s/&lt;/</gr =~ s/&gt;/>/gr =~ s/&quot;/"/gr =~ s/&apos;/'/gr =~ s/&amp;/&/gr; }

sub texts { my ($text, $name) = @_; return map { plain(s/\s+/ /gr =~ s/^ | $//gr) } $text =~ /<$name>\s*([^<]*[^<\s])\s*<\/$name>/g; }

sub first { my ($text, $name) = @_; my ($first) = texts($text, $name); return $first; }

sub joined
{
	my ($text, $separator, @names) = @_;
	my @texts = grep { defined } map { first($text, $_) } @names;

	return @texts ? join $separator, @texts : undef;
}

my $parenthesis = qr/\((?:[^()]|\([^()]*\))*\)/;

# Names between semicolons, and the one in another script in parentheses behind a name
sub names_in
{
	my ($text) = @_;
	my $n = 0;

	for my $part ($text =~ /((?:$parenthesis|[^;])+)/g)
	{
		my ($inside) = $part =~ /($parenthesis)\s*$/;
		my $outside = $part =~ s/$parenthesis\s*$//r;
		my $two = defined $inside && $outside =~ /\pL/ && $inside =~ /\pL/ && ($outside =~ /^[\P{L}\p{Latin}]*$/) != ($inside =~ /^[\P{L}\p{Latin}]*$/);

		next unless $part =~ /\S/;
		$n += $two ? (split /;/, $outside) + (split /;/, $inside) : 1;
	}
	return $n;
}

sub english { my ($date) = @_; return $date =~ s/^(\d\d?) (\w{3})\w* (\d{4})$/sprintf '%s-%02d-%02d', $3, index('JanFebMarAprMayJunJulAugSepOctNovDec', $2) \/ 3 + 1, $1/er; }

sub un_xml
{
	my $text = slurp($_[0], 'UTF-8');
	my @entries = $text =~ /(<(?:INDIVIDUAL|ENTITY)>.*?<\/(?:INDIVIDUAL|ENTITY)>)/gs;
	my ($names, $weak, @facts) = (0, 0);

	for my $entry (@entries)
	{
		my @facts_of_entry;

		$names += names_in(joined($entry, ' ', qw(FIRST_NAME SECOND_NAME THIRD_NAME FOURTH_NAME)));
		$names += names_in($_) for texts($entry, 'NAME_ORIGINAL_SCRIPT');
		for my $element ($entry =~ /<((?:INDIVIDUAL|ENTITY)_[A-Z_]+>.*?<\/(?:INDIVIDUAL|ENTITY)_[A-Z_]+)>/gs)
		{
			my ($type) = $element =~ /^[A-Z]+_([A-Z_]+)/;
			my @add;

			if ($type eq 'ALIAS' && defined(my $name = first($element, 'ALIAS_NAME')))
			{
				my $n = names_in($name);
				my ($date, $place) = (first($element, 'DATE_OF_BIRTH'), joined($element, ', ', qw(CITY_OF_BIRTH COUNTRY_OF_BIRTH)));

				$names += $n;
				$weak += $n if (first($element, 'QUALITY') // '') eq 'Low';
				add_fact(\@facts_of_entry, 'birth-date', english($date =~ s/^circa //r), undef, $date =~ /^circa / ? "circa; $name" : $name) if defined $date;
				add_fact(\@facts_of_entry, 'birth-place', $place, undef, $name) if defined $place;
			}
			elsif ($type eq 'DATE_OF_BIRTH')
			{
				my $date = first($element, 'DATE') // first($element, 'YEAR') // joined($element, '/', qw(FROM_YEAR TO_YEAR));
				my $note = first($element, 'NOTE');

				$note = join '; ', grep { defined } 'circa', $note if (first($element, 'TYPE_OF_DATE') // '') eq 'APPROXIMATELY';
				add_fact(\@facts_of_entry, 'birth-date', $date, undef, $note) if defined $date;
			}
			elsif ($type =~ /^(?:PLACE_OF_BIRTH|ADDRESS)$/)
			{
				add_fact(\@facts_of_entry, $type eq 'ADDRESS' ? 'address' : 'birth-place', joined($element, ', ', qw(STREET CITY STATE_PROVINCE ZIP_CODE)),
					first($element, 'COUNTRY'), first($element, 'NOTE'));
			}
			elsif ($type eq 'DOCUMENT' && defined(my $number = first($element, 'NUMBER')))
			{
				my $document = first($element, 'TYPE_OF_DOCUMENT') // first($element, 'TYPE_OF_DOCUMENT2') // '';
				my $kind = $document =~ /pass?e?port|pasaporte/i ? 'passport' : $document =~ /ational|dentity card|tazkira|dentification|ivil|ID/ ? 'national-id' : 'other-id';

				add_fact(\@facts_of_entry, $kind, $number, first($element, 'ISSUING_COUNTRY') // first($element, 'COUNTRY_OF_ISSUE'),
					joined($element, '; ', qw(TYPE_OF_DOCUMENT2 NOTE CITY_OF_ISSUE DATE_OF_ISSUE)));
			}
		}
		for my $element ($entry =~ /<NATIONALITY>(.*?)<\/NATIONALITY>/gs) { add_fact(\@facts_of_entry, 'nationality', $_) for texts($element, 'VALUE'); }
		add_fact(\@facts_of_entry, 'gender', lc $_) for texts($entry, 'GENDER');
		add_fact(\@facts_of_entry, 'authority', $_) for texts($entry, 'SUBMITTED_BY');
		add_fact(\@facts_of_entry, 'imo', $1) if $entry =~ /<COMMENTS1>[^<]*IMO number: (\d{7})/;
		push @facts, \@facts_of_entry;
	}
	return { entries => scalar @entries, names => $names, weak => $weak, kinds => count_facts(@facts) };
}

# EU

sub eu_xml
{
	my $text = $_[0];
	my @entries = $text =~ /(<sanctionEntity .*?<\/sanctionEntity>)/gs;
	my ($names, $weak) = (0, 0);
	my %kinds = map { $_ => 0 } qw(birth-date address passport nationality reference);

	for my $entry (@entries)
	{
		my %seen;

		$names++ while $entry =~ /<nameAlias [^>]*wholeName="[^"]/g;
		$weak++ while $entry =~ /<nameAlias [^>]*strong="false"/g;
		$kinds{reference}++ if $entry =~ /euReferenceNumber="[^"]/;
		for my $birth ($entry =~ /<birthdate ([^>]*)>/g)
		{
			my ($date) = $birth =~ /\bbirthdate="([^"]+)"/;
			($date) = $birth =~ /\byear="([^"]+)"/ unless defined $date;
			$kinds{'birth-date'}++ if defined $date && !$seen{"birth $date"}++;
		}
		$kinds{nationality}++ for grep { !$seen{"citizen $_"}++ } grep { $_ ne 'UNKNOWN' } $entry =~ /<citizenship [^>]*countryDescription="([^"]+)"/g;
		$kinds{passport}++ for grep { !$seen{"passport $_"}++ } map { /number="([^"]+)"/ } grep { /TypeCode="passport"/ } $entry =~ /<identification ([^>]*)>/g;
		$kinds{address}++ for $entry =~ /<address [^>]*(?:street|city|place)="[^"]/g;
	}
	return { entries => scalar @entries, names => $names, weak => $weak, kinds => \%kinds };
}

sub eu_csv
{
	my ($header, @records) = @_;
	my %column = map { lc $header->[$_] => $_ } reverse 0 .. $#$header;
	my $field = sub { my ($record, @names) = @_; my ($name) = grep { exists $column{ lc $_ } } @names; return defined $name ? $record->[ $column{ lc $name } ] : ''; };
	my (%entries, %seen);
	my $names = 0;
	my %kinds = map { $_ => 0 } qw(birth-date nationality reference);

	for my $record (@records)
	{
		my $uid = $field->($record, 'Entity_LogicalId', 'Entity_logical_id');
		my $date = $field->($record, 'BirthDate_BirthDate', 'Birt_date') || $field->($record, 'BirthDate_Year');
		my $country = $field->($record, 'Citizenship_CountryDescription', 'Citi_country');

		$kinds{reference}++ unless $entries{$uid}++;
		$names += grep { /\S/ } split /;/, $field->($record, 'NameAlias_WholeName', 'Naal_wholename');
		$kinds{'birth-date'}++ if $date =~ /\S/ && !$seen{"$uid birth $date"}++;
		$kinds{nationality}++ if $country =~ /\S/ && !$seen{"$uid citizen $country"}++;
	}
	return { entries => scalar keys %entries, names => $names, weak => 0, kinds => \%kinds };
}

# UK: records that repeat; numbered items

sub items { my ($text) = @_; return $text =~ /^\(1\)/ ? map { s/^\s+|[\s.,;]+$//gr } grep { /\S/ } split /\(\d+\)/, $text : $text; }

sub uk_csv
{
	my (@records) = @_;
	my $date = $records[0][0] =~ /^Report Date|^Last Updated/ ? shift @records : undef;
	my $header = shift @records;
	my %column = map { lc $header->[$_] => $_ } reverse 0 .. $#$header;
	my $field = sub { my ($record, @names) = @_; my ($name) = grep { exists $column{ lc $_ } } @names; return defined $name ? $record->[ $column{ lc $name } ] =~ s/^\s+|\s+$//gr : ''; };
	my (%entries, %names, %weak, %facts);

	for my $record (@records)
	{
		my $uid = $field->($record, 'Unique ID', 'Group ID');
		my $name = join ' ', grep { $_ ne '' } map { $field->($record, "Name $_") } 1 .. 6;
		my $type = lc $field->($record, 'Name type', 'Alias Type');
		my $original = $field->($record, 'Name non-latin script');
		my $kind = $type eq 'fka' ? 'former' : '';
		my $low = $field->($record, 'Alias strength', 'Alias Quality') =~ /^low/i;

		$entries{$uid}++;
		$weak{"$uid $kind $name"} = ($weak{"$uid $kind $name"} // 1) && $low;
		$names{"$uid $kind $name"}++;
		$names{"$uid original $original"}++ if $original ne '';
		$facts{'birth-date'}{"$uid $_"}++ for grep { $_ ne '' } items($field->($record, 'D.O.B', 'DOB'));
		$facts{nationality}{"$uid $_"}++ for grep { $_ ne '' && $_ ne '-' } items($field->($record, 'Nationality(/ies)', 'Nationality'));
	}
	return { entries => scalar keys %entries, names => scalar keys %names, weak => scalar(grep { $_ } values %weak),
		kinds => { map { $_ => scalar keys %{ $facts{$_} // {} } } qw(birth-date nationality) } };
}

sub uk_xml
{
	my $text = slurp($_[0], 'UTF-8');

	return { entries => count($text, '<Designation>'), names => count($text, '<NameType>') + count($text, '<NameNonLatinScript>'),
		weak => count($text, '<AliasStrength>Low'), kinds => { 'birth-date' => count($text, '<DOB>'), 'nationality' => count($text, '<Nationality>'),
			'passport' => count($text, '<PassportNumber>'), 'imo' => count($text, '<IMONumber>') } };
}

sub opensanctions
{
	my ($header, @records) = records(slurp($_[0], 'UTF-8'), ',');
	my %column = map { $header->[$_] => $_ } 0 .. $#$header;
	my $values = sub { my ($name) = @_; my $n = 0; $n += map { @$_ } records("$_\n", ';') for grep { $_ ne '' } map { $_->[ $column{$name} ] } @records; return $n; };

	return { entries => scalar @records, names => @records + $values->('aliases'), weak => 0, kinds => { 'birth-date' => $values->('birth_date'),
			'address' => $values->('addresses'), 'other-id' => $values->('identifiers'), 'country' => $values->('countries') } };
}

# The project's own samples
compare_ofac_csv('OFAC CSV', 'ofac-sdn', map { "$data/ofac_$_.csv" } qw(sdn alt add comments));
compare('OFAC XML', 'sanct_import_ofac_xml(' . binary("$data/ofac_sdn.xml") . ')', ofac_xml("$data/ofac_sdn.xml"));
compare('OFAC advanced XML', 'sanct_import_ofac_advanced_xml(' . binary("$data/ofac_advanced.xml") . ')', ofac_advanced("$data/ofac_advanced.xml"));
compare('UN XML', 'sanct_import_un_xml(' . binary("$data/un.xml") . ')', un_xml("$data/un.xml"));
compare('EU XML', 'sanct_import_eu_xml(' . binary("$data/eu.xml") . ')', eu_xml(slurp("$data/eu.xml", 'UTF-8')));
compare('EU CSV', 'sanct_import_eu_csv(' . binary("$data/eu.csv") . ')', eu_csv(records(slurp("$data/eu.csv", 'UTF-8'), ';')));
compare('UK XML', 'sanct_import_uk_xml(' . binary("$data/uk.xml") . ')', uk_xml("$data/uk.xml"));
compare('UK CSV', 'sanct_import_uk_csv(' . binary("$data/uk.csv") . ')', uk_csv(records(slurp("$data/uk.csv", 'UTF-8'), ',')));
compare('OFSI CSV', 'sanct_import_ofsi_csv(' . binary("$data/ofsi.csv") . ')', uk_csv(records(slurp("$data/ofsi.csv", 'UTF-8'), ',')));
compare('OpenSanctions', 'sanct_import_opensanctions_csv(' . binary("$data/opensanctions.csv") . ')', opensanctions("$data/opensanctions.csv"));

# A part of an archive that spreadsheets are, found by the archive's directory
sub member
{
	my ($archive, $name) = @_;
	my $bytes = slurp_file($archive);
	my $place = 0;

	while (($place = index($bytes, "PK\x01\x02", $place)) >= 0)
	{
		my ($method, $size, $length, $start) = unpack('x10 v x8 V x4 v x12 V', substr($bytes, $place, 46));
		my $local = substr($bytes, $start, 30);
		my ($skip, $more) = unpack('x26 v v', $local);

		if (substr($bytes, $place + 46, $length) eq $name)
		{
			my $text = substr($bytes, $start + 30 + $skip + $more, $size);
			my $out = $text;

			rawinflate(\$text => \$out) or die "$archive: $RawInflateError" if $method == 8;
			utf8::decode($out);
			return $out;
		}
		$place += 46;
	}
	die "$archive: $name is missing";
}

sub write_csv
{
	my ($file, @rows) = @_;

	open my $handle, '>:encoding(UTF-8)', $file or die "$file: $!";
	print $handle join(',', map { /[",\n]/ ? '"' . s/"/""/gr . '"' : $_ } @$_), "\r\n" for @rows;
	close $handle;
	return;
}

# OFSI's whole list, a spreadsheet, as the CSV file it was published as beside it
sub ofsi_spreadsheet
{
	my ($archive, $file) = @_;
	my @strings = map { plain($_) } member($archive, 'xl/sharedStrings.xml') =~ /<si>(.*?)<\/si>/gs;
	my $width = 36;
	my @rows;

	for my $row (member($archive, 'xl/worksheets/sheet1.xml') =~ /<row [^>]*>(.*?)<\/row>/gs)
	{
		my @fields = ('') x $width;

		while ($row =~ /<c r="([A-Z]+)\d+"([^>]*)>.*?<v>(.*?)<\/v>/gs)
		{
			my ($letters, $attributes, $value) = ($1, $2, $3);
			my $column = 0;

			$column = $column * 26 + ord($_) - 64 for split //, $letters;
			$fields[ $column - 1 ] = $attributes =~ /t="s"/ ? $strings[$value] : plain($value);
		}
		push @rows, \@fields;
	}
	write_csv($file, @rows);
	return;
}

# The UK Sanctions List's summary, a spreadsheet in which some names are missing, with the columns of its CSV file
sub uk_spreadsheet
{
	my ($archive, $file) = @_;
	my @rows;

	for my $row (member($archive, 'content.xml') =~ /<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)
	{
		my @fields;

		while ($row =~ /<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)
		{
			my ($attributes, $content) = ($1, $2 // '');
			my $times = $attributes =~ /columns-repeated="(\d+)"/ ? $1 : 1;

			push @fields, (join "\n", map { plain($_) } $content =~ /<text:p[^>]*>(.*?)<\/text:p>/gs) x ($times > 20 ? 1 : $times);
		}
		push @rows, \@fields if @fields >= 8 && $fields[0] =~ /\S/ && $fields[2] =~ /\S/;
	}
	my %name = ('Name' => 'Name 6', 'Type' => 'Designation Type');
	write_csv($file, ['Report Date: 11-Aug-2025'], [ 'Name type', map { $name{$_} // $_ } @{ $rows[0] }[ 0 .. 7 ] ],
		map { my @row = @$_; $row[6] =~ tr/-/\//; [ 'Primary Name', @row[ 0 .. 7 ] ] } @rows[ 1 .. $#rows ]);
	return;
}

SKIP:
{
	skip 'no real lists', 1 unless -d $lists;

	compare_ofac_csv('OFAC 2024-03', 'ofac-sdn', map { "$lists/ofac/2024-03/OFAC_$_.csv" } qw(SDN ALT ADD));
	compare_ofac_csv('OFAC consolidated', 'ofac-cons', map { "$lists/ofac/cons/cons_$_.csv" } qw(prim alt add comments));
	my $file = "$lists/ofac/cons/consolidated_2025-03-28.xml";
	compare('OFAC consolidated XML', 'sanct_import_ofac_xml(' . binary($file) . ", list => 'ofac-cons')", ofac_xml($file));
	$file = "$lists/ofac/ofac_sdn_sample_2020-04-22.xml";
	compare('OFAC XML of 2020', 'sanct_import_ofac_xml(' . binary($file) . ', max_removed => 1)', ofac_xml($file));
	for my $un (qw(consolidated_2025-04-19 unsc_sample))
	{
		compare("UN $un", 'sanct_import_un_xml(' . binary("$lists/un/$un.xml") . ')', un_xml("$lists/un/$un.xml"));
	}

	# one entity of the extract has another's number
	my $eu = slurp("$lists/eu/eu_fsf_v1.1_sample_2020-04-15.xml", 'UTF-8');
	like($node->psql('postgres', 'SELECT sanct_import_eu_xml(' . binary("$lists/eu/eu_fsf_v1.1_sample_2020-04-15.xml") . ')'), qr/3/, 'EU XML of 2020: a number given twice is refused');
	$eu =~ s/(logicalId="5468".*)logicalId="5468"/$1logicalId="54680"/s;
	append_to_file("$tmp/eu.xml", do { utf8::encode(my $bytes = $eu); $bytes });
	compare('EU XML of 2020', 'sanct_import_eu_xml(' . binary("$tmp/eu.xml") . ')', eu_xml($eu));

	# a spreadsheet has put each record into one column
	my @wrapped = map { $_->[0] =~ s/\t+$//r } records(slurp("$lists/eu/fsf_csv_v1.0_extract_2018-07-04.csv", 'cp1252'), ',');
	compare('EU CSV of 2018', 'sanct_import_eu_csv(' . binary("$lists/eu/fsf_csv_v1.0_extract_2018-07-04.csv") . ')',
		eu_csv(map { (records("$_\n", ';'))[0] } @wrapped));

	compare('OFSI of 2020', 'sanct_import_ofsi_csv(' . binary("$lists/uk/uk_conlist_sample_2020-04-27.csv") . ')',
		uk_csv(records(slurp("$lists/uk/uk_conlist_sample_2020-04-27.csv", 'UTF-8'), ',')));
	ofsi_spreadsheet("$lists/uk/UK_OFSI_ConList_2025-04-10.xlsx", "$tmp/ofsi.csv");
	compare('OFSI of 2025', 'sanct_import_ofsi_csv(' . binary("$tmp/ofsi.csv") . ')', uk_csv(records(slurp("$tmp/ofsi.csv", 'UTF-8'), ',')));
	uk_spreadsheet("$lists/uk/FCDO_SL_2025-08-11.ods", "$tmp/uk.csv");
	compare('UK of 2025', 'sanct_import_uk_csv(' . binary("$tmp/uk.csv") . ')', uk_csv(records(slurp("$tmp/uk.csv", 'UTF-8'), ',')));
}

$node->stop;
done_testing();

# The list formats that the tests try: one row each, so that a new format is tried by all of them
package Formats;
use strict;
use warnings;

use Exporter 'import';
our @EXPORT = qw(@formats grants_to_import);

# import: of the function sanct_import_...; rest: further documents it must have; sample: file of test/data; counts: program of
# test/counts; list: where the sample goes; alone: it is a whole list that sanctload takes under any name.  To walk through it
# (test/perl/Walk.pm): record, id: what an entry in XML or JSON looks like, and what stands before its ids;
# delimiter, header: number of the record that has the columns, id: number of a column, titles: columns of a file without them
our @formats = (
	{ import => 'ofac_csv', rest => ", '', ''", sample => 'ofac_sdn.csv', counts => 'ofac_csv', list => 'ofac-sdn', header => 0, id => 0,
		titles => 'ent_num,SDN_Name,SDN_Type,Program,Title,Call_Sign,Vess_type,Tonnage,GRT,Vess_flag,Vess_owner,Remarks' },
	{ import => 'ofac_xml', sample => 'ofac_sdn.xml', counts => 'ofac_xml', list => 'ofac-sdn', alone => 1,
		record => qr/<sdnEntry>.*?<\/sdnEntry>/s, id => qr/<sdnEntry>\s*<uid>/ },
	{ import => 'ofac_advanced_xml', sample => 'ofac_advanced.xml', counts => 'ofac_advanced_xml', list => 'ofac-sdn', alone => 1,
		record => qr/<(Location|IDRegDocument|DistinctParty|ProfileRelationship|SanctionsEntry) .*?<\/\g1>/s,
		id => qr/\b(?:ID|IdentityID|LocationID|FixedRef|(?:From-|To-)?ProfileID|NamePartGroupID)="/ },
	{ import => 'ofac_enhanced_xml', sample => 'ofac_enhanced.xml', counts => 'ofac_enhanced_xml', list => 'ofac-sdn', alone => 1,
		record => qr/<entity .*?<\/entity>/s, id => qr/<entity id="/ },
	{ import => 'un_xml', sample => 'un.xml', counts => 'un_xml', list => 'un-sc', alone => 1,
		record => qr/<(INDIVIDUAL|ENTITY)>.*?<\/\g1>/s, id => qr/<REFERENCE_NUMBER>/ },
	{ import => 'eu_xml', sample => 'eu.xml', counts => 'eu_xml', list => 'eu-fsf',
		record => qr/<sanctionEntity .*?<\/sanctionEntity>/s, id => qr/<sanctionEntity [^>]*logicalId="/ },
	{ import => 'eu_csv', sample => 'eu.csv', counts => 'eu_csv', list => 'eu-fsf', alone => 1, delimiter => ';', header => 0, id => 1 },
	{ import => 'uk_xml', sample => 'uk.xml', counts => 'uk_xml', list => 'uk-sl',
		record => qr/<Designation>.*?<\/Designation>/s, id => qr/<UniqueID>/ },
	{ import => 'uk_csv', sample => 'uk.csv', counts => 'uk_csv', list => 'uk-sl', alone => 1, header => 1, id => 1 },
	{ import => 'ofsi_csv', sample => 'ofsi.csv', counts => 'uk_csv', list => 'uk-ofsi', alone => 1, header => 1, id => 35 },
	{ import => 'seco_xml', sample => 'seco.xml', counts => 'seco_xml', list => 'ch-seco', alone => 1, record => qr/<(target|place) .*?<\/\g1>/s,
		id => qr/(?:<(?:target|place) ssid|place-id)="/ },
	{ import => 'sema_xml', sample => 'sema.xml', counts => 'sema_xml', list => 'ca-sema', alone => 1, record => qr/<record>.*?<\/record>/s, id => qr/<Item>/ },
	{ import => 'dfat_csv', sample => 'dfat.csv', counts => 'dfat_csv', list => 'au-dfat', alone => 1, header => 0, id => 0 },
	{ import => 'opensanctions_csv', sample => 'opensanctions.csv', counts => 'opensanctions_csv', list => 'opensanctions', alone => 1, header => 0, id => 0 },
	{ import => 'opensanctions_json', rest => ', topics => NULL', sample => 'opensanctions.json', counts => 'opensanctions_json', list => 'opensanctions',
		record => qr/^\{.*\n/m, id => qr/"(?=ofac-)/ });

# The functions that a role which imports needs, in SQL
sub grants_to_import
{
	my ($role) = @_;
	return 'GRANT EXECUTE ON FUNCTION ' . join(', ', map { "sanct_import_$_->{import}" } @formats) . " TO $role";
}

1;

# Wade-Giles of pinyin syllables
package wade_giles;
use strict;
use warnings;
use utf8;
use Exporter 'import';
our @EXPORT = qw(wade_giles);

my %initial = (b => 'p', p => "p'", d => 't', t => "t'", g => 'k', k => "k'", j => 'ch', q => "ch'", zh => 'ch', ch => "ch'",
	z => 'ts', c => "ts'", x => 'hs', r => 'j');
my %final = (ian => 'ien', ie => 'ieh', 'üe' => 'üeh', ong => 'ung', iong => 'iung', yi => 'i', you => 'yu', yan => 'yen',
	ye => 'yeh', yu => 'yü', yue => 'yüeh', yuan => 'yüan', yun => 'yün', yong => 'yung', er => 'erh');

# Wade-Giles of a pinyin syllable
sub wade_giles
{
	my ($pinyin) = @_;
	return $final{$pinyin} if $final{$pinyin};
	my ($i, $f) = $pinyin =~ /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]|)(.*)$/;
	$f =~ s/^u/ü/ if $i =~ /^[jqx]$/;
	return { z => 'tzu', c => "tz'u", s => 'ssu' }->{$i} if $f eq 'i' && $i =~ /^[zcs]$/;
	$f = 'ih' if $f eq 'i' && $i =~ /^(zh|ch|sh|r)$/;
	$f = 'o'  if $f eq 'e' && $i =~ /^[gkh]$/;
	$f = 'o'  if $f eq 'uo' && $i !~ /^(g|k|h|sh)$/;
	$f = 'uei' if $f eq 'ui' && $i =~ /^[gk]$/;
	return ($initial{$i} // $i) . ($final{$f} // $f);
}

1;

use strict;
use Carp qw(confess);

sub rate { confess 'the rate is negative' if $_[0] < 0; return $_[0] }
sub tax { return 10 * rate($_[0]) }
sub main { print tax(-1, 'EUR'), "\n" }

main();

use strict;
use warnings;

my %prices = (pen => 2);

sub price_of {
    my ($name) = @_;
    die "no price for $name" unless exists $prices{$name};
    return $prices{$name};
}

print price_of('ink'), "\n";

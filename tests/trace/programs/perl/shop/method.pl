use strict;
my $cart;
print $cart->total, "\n";

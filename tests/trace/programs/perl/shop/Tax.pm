package Tax;
use strict;
use Carp;
sub of { my ($rate) = @_; croak "bad rate $rate" if $rate < 0; return $rate }
1;

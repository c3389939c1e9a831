use strict;
my $items = 0;
print 10 / $items, "\n";

use strict;
my @items = (1, 2;
print @items;

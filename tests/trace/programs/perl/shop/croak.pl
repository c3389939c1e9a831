use strict;
use lib ".";
use Tax;
print Tax::of(-2), "\n";

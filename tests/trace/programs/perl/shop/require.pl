use strict;
use lib ".";
use Broken;
print 1;

package Broken;
use strict;
die "no settings";
1;

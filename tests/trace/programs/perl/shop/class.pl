use strict;
package Cart;
sub new { return bless {}, shift }
package main;
Cart->new->total;

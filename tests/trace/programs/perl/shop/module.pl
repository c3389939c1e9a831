use strict;
use Shop::Cart;

print Shop::Cart->new->total;

use strict;
while (<STDIN>) {
    chomp;
    die "bad item: $_" if /ink/;
}

"""A customer filled a cart before the update, and goes on shopping after it."""

import old_carts
from carts import add, contents

old_carts.save(1007, {"lamp": 1})
add(1007, "desk", 2)
print(contents(1007))

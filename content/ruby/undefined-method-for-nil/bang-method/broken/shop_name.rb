# The name of a shop in lists, from what its owner typed.
def shop_name(address)
  address.dup.sub!("http://", "").downcase
end

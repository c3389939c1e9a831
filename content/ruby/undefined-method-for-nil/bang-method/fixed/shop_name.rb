# The name of a shop in lists, from what its owner typed.
def shop_name(address)
  address.sub("http://", "").downcase
end

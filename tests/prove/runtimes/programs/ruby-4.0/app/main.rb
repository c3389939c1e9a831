at_exit { puts "closed" }

class Cart
end

puts Cart.new.inspect
puts [].first.name

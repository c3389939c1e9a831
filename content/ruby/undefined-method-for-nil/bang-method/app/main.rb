$stdout.sync = true # so that results and errors come in their order
require_relative "shop_name"

["http://harbour-books.example", "harbour-books.example"].each { |address| puts shop_name(address) }

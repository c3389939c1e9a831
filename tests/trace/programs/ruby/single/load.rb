require 'shop/database'

require "minitest/autorun"
require_relative "../shop_name"

class ShopNameTest < Minitest::Test
  def test_drops_the_protocol
    assert_equal "harbour-books.example", shop_name("http://Harbour-Books.example")
  end

  def test_keeps_a_name_without_protocol
    assert_equal "harbour-books.example", shop_name("Harbour-Books.example")
  end
end

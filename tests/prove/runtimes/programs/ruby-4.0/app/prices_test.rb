require "minitest/autorun"

Customer = Struct.new(:name)

class PricesTest < Minitest::Test
  def test_greets
    customer = [].first
    assert_equal "Hello, Ada", "Hello, #{customer.name}"
  end
end

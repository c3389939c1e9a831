require 'minitest/autorun'

class BasketTest < Minitest::Test
  def total(lines)
    lines.sum { |line| line.fetch(:price) }
  end

  def test_total
    assert_equal 8, total([{ price: 2 }, { price: 5 }])
  end

  def test_broken
    total([{ name: 'pen' }])
  end
end

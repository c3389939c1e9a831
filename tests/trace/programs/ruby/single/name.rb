class Basket
  def total
    @lines ||= []
    linse.sum
  end
end

Basket.new.total

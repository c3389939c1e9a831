class OutOfStock < StandardError
  def message
    ''
  end
end

def reserve
  raise OutOfStock
end

reserve

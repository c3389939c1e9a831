# The stops of one day, in their order.
class Route
  def initialize(day)
    @day = day
    @stops = []
  end

  def add(address)
    @stops << address
  end

  def to_s
    "#{@day}: #{@stops.join(", ")}"
  end
end

# A route that somebody drives.
class DeliveryRoute < Route
  def initialize(day, driver:)
    super(day)
    @driver = driver
  end

  def to_s
    "#{super} (#{@driver})"
  end
end

require "minitest/autorun"
require_relative "../delivery_route"

class DeliveryRouteTest < Minitest::Test
  def test_lists_the_stops_and_the_driver
    route = DeliveryRoute.new("Friday", driver: "Omar")
    route.add("Mill Lane 8")
    route.add("Park Road 1")
    assert_equal "Friday: Mill Lane 8, Park Road 1 (Omar)", route.to_s
  end
end

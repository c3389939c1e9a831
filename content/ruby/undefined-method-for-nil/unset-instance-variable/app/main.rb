$stdout.sync = true # so that results and errors come in their order
require_relative "delivery_route"

route = DeliveryRoute.new("Monday", driver: "Ines")
route.add("Harbour 3")
puts route

class OutOfStock < StandardError; end

define_method(:reserve) { raise OutOfStock } if respond_to?(:define_method, true)
[1].each { |_| raise OutOfStock }

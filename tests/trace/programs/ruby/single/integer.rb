# frozen_string_literal: true

def price(text)
  Integer(text)
end

%w[12 größe🚫].each { |text| puts price(text) }

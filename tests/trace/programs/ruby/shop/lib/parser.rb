module Shop
  module Parser
    def self.parse(text)
      text.lines.map do |line|
        name, price = line.chomp.split(';')
        { name: name, price: price }.compact.fetch(:price)
      end
    end
  end
end

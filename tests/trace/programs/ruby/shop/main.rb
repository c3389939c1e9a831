require_relative 'lib/importer'

Shop::Importer.new('prices.csv').run

$stdout.sync = true # so that results and errors come in their order
require_relative "catalogue"

catalogue = Catalogue.new([
  Article.new("kettle", "Kettle", 39),
  Article.new("lamp", "Desk lamp", 25),
])

%w[lamp chair].each { |code| puts catalogue.label(code) }

Article = Struct.new(:code, :name, :price)

# The articles that the shop sells.
class Catalogue
  def initialize(articles)
    @articles = articles
  end

  # What is printed on the shelf, such as "Kettle, 39 euros".
  def label(code)
    article = @articles.find { |candidate| candidate.code == code }
    "#{article.name}, #{article.price} euros"
  end
end

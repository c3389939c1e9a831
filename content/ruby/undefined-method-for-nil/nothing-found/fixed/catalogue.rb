Article = Struct.new(:code, :name, :price)

# The articles that the shop sells.
class Catalogue
  def initialize(articles)
    @articles = articles
  end

  # What is printed on the shelf, such as "Kettle, 39 euros".
  def label(code)
    article = @articles.find { |candidate| candidate.code == code }
    return "#{code}: no longer sold" if article.nil?

    "#{article.name}, #{article.price} euros"
  end
end

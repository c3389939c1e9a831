require "minitest/autorun"
require_relative "../catalogue"

class CatalogueTest < Minitest::Test
  def setup
    @catalogue = Catalogue.new([Article.new("lamp", "Desk lamp", 25)])
  end

  def test_labels_an_article
    assert_equal "Desk lamp, 25 euros", @catalogue.label("lamp")
  end

  def test_says_that_an_article_is_no_longer_sold
    assert_equal "chair: no longer sold", @catalogue.label("chair")
  end
end

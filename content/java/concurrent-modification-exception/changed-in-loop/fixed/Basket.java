import java.util.ArrayList;
import java.util.List;

/** What somebody is about to buy. */
class Basket {
    private final List<String> articles;

    Basket(List<String> articles) {
        this.articles = new ArrayList<>(articles);
    }

    void removeSoldOut() {
        articles.removeIf(article -> article.endsWith("(sold out)"));
    }

    List<String> articles() {
        return articles;
    }
}

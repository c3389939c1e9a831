import java.util.ArrayList;
import java.util.List;

/** What somebody is about to buy. */
class Basket {
    private final List<String> articles;

    Basket(List<String> articles) {
        this.articles = new ArrayList<>(articles);
    }

    void removeSoldOut() {
        for (String article : articles) {
            if (article.endsWith("(sold out)")) {
                articles.remove(article);
            }
        }
    }

    List<String> articles() {
        return articles;
    }
}

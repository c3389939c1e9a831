/// A stock count: articles and how many of them are left.
pub type Stock = Vec<(String, u32)>;

/// Lists what must be ordered, and says how much of the stock that is.
pub fn reorder(stock: Stock, minimum: u32) -> String {
    let mut articles = Vec::new();
    for (article, left) in stock {
        if left < minimum {
            articles.push(article);
        }
    }
    format!("{} of {} articles: {}", articles.len(), stock.len(), articles.join(", "))
}

from bs4 import BeautifulSoup


def prices(html):
    products = BeautifulSoup(html, "html.parser").find_all("li", class_="product")
    return [(product.h2.text, price_of(product)) for product in products]


def price_of(product):
    price = product.find("span", class_="price")
    if price is not None:
        return price.text
    if product.find("span", class_="sold-out") is not None:
        return None
    raise ValueError(f"neither a price nor sold out: {product}")

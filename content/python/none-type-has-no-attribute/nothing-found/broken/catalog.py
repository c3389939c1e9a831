from bs4 import BeautifulSoup


def prices(html):
    products = BeautifulSoup(html, "html.parser").find_all("li", class_="product")
    return [(product.h2.text, product.find("span", class_="price").text) for product in products]

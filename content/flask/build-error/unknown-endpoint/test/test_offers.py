from shop import app


def test_the_home_page_links_to_the_offers():
    page = app.test_client().get("/").get_data(as_text=True)
    assert '<a href="/offers">This week</a>' in page

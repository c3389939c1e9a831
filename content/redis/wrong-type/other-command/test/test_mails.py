from customers import remember
from mails import greeting


def test_a_mail_begins_with_the_name_of_the_customer():
    remember(1008, "Grace", "grace@example.com")

    assert greeting(1008) == "Dear Grace,"

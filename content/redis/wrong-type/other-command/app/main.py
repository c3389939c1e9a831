from customers import remember
from mails import greeting

remember(1007, "Ada", "ada@example.com")
print(greeting(1007))

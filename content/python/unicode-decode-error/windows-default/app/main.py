from menu import dishes

print(len(dishes("menu.txt")), "dishes")

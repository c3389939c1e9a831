from email import receipt_mail

print(receipt_mail("ada@example.org", 1007))

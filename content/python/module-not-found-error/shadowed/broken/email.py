from email.message import EmailMessage


def receipt_mail(to, number):
    mail = EmailMessage()
    mail["To"] = to
    mail["Subject"] = f"Your receipt for order {number}"
    mail.set_content("Thank you for your order.")
    return mail

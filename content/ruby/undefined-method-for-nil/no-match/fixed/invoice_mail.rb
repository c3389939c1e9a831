# The number of the invoice that a mail is about; nil when it is about none.
def invoice_number(subject)
  subject[/Invoice (\d{4}-\d+)/, 1]
end

# The number of the invoice that a mail is about.
def invoice_number(subject)
  subject.match(/Invoice (\d{4}-\d+)/).captures.first
end

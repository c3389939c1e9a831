require "minitest/autorun"
require_relative "../invoice_mail"

class InvoiceMailTest < Minitest::Test
  def test_finds_the_number
    assert_equal "2026-117", invoice_number("Invoice 2026-117 for Harbour Books")
  end

  def test_gives_nil_for_a_mail_without_a_number
    assert_nil invoice_number("Reminder: please pay")
  end
end

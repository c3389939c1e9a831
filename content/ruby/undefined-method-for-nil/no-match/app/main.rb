$stdout.sync = true # so that results and errors come in their order
require_relative "invoice_mail"

["Invoice 2026-117 for Harbour Books", "Reminder: please pay"].each do |subject|
  puts invoice_number(subject) || "no invoice: #{subject}"
end

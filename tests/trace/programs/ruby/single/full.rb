def half(value)
  value.fdiv('2')
end

begin
  half(3)
rescue TypeError => e
  warn e.full_message(highlight: false, order: :bottom)
end

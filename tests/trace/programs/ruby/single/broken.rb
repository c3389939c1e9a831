def total(lines)
  lines.sum do |line|
    line[:price]
end

puts total([])

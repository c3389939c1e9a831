require 'logger'

log = Logger.new($stdout)

def row(text)
  name, price = text.split(';')
  [name, Float(price)]
end

['pen;1.5', 'ink;two', 'pad'].each do |text|
  row(text)
  log.info("row imported: #{text}")
rescue ArgumentError, TypeError => e
  log.error(e)
end

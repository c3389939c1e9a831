def query
  raise ArgumentError, 'column "prize" does not exist'
end

def repository
  query
rescue ArgumentError
  raise 'orders could not be read'
end

begin
  repository
rescue RuntimeError
  raise IOError, 'the shop is closed'
end

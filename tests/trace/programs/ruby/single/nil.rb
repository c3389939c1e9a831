Account = Struct.new(:owner)

def initial(account)
  account.owner.upcase[0]
end

puts initial(Account.new(nil))

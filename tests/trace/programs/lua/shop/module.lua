local json = require("shop.json")
print(json.encode({}))

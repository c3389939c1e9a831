require 'json'

def body(text)
  JSON.parse(text)
end

body("{'a': 1}")

local function load(name)
  error("cannot load " .. name, 2)
end
local ok, message = xpcall(function()
  load("cart")
end, debug.traceback)
io.stderr:write(message, "\n")
os.exit(ok and 0 or 1)

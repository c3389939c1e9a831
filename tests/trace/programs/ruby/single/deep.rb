def depth(level)
  1 + depth(level + 1)
end

depth(0)

defmodule Caller do
  def run(module), do: module.totals([1, 2])
end

Caller.run(Enum)

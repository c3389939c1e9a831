defmodule Door do
  def open(:red), do: throw({:locked, :red})
end

Door.open(:red)

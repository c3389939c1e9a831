defmodule Basket do
  def add(lines, %{count: count} = line) when count > 0 do
    [line | lines]
  end
end

IO.inspect(length(Basket.add([], %{count: 0, product: "größe"})))

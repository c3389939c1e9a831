ExUnit.start(seed: 0, colors: [enabled: false])

defmodule BasketTest do
  use ExUnit.Case

  def total(lines), do: lines |> Enum.map(&Map.fetch!(&1, :price)) |> Enum.sum()

  test "adds prices" do
    assert total([%{price: 2}, %{price: 5}]) == 8
  end

  test "needs a price" do
    assert total([%{name: "pen"}]) == 0
  end
end

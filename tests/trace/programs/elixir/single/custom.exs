defmodule OutOfStockError do
  defexception [:product]

  def message(%{product: product}), do: "#{product} is out of stock\n    (not) a/frame.ex:1: Fake.frame/0\nplease order 🚫"
end

defmodule Stock do
  def reserve(product) do
    raise OutOfStockError, product: product
  end
end

Stock.reserve("pen") |> IO.inspect()

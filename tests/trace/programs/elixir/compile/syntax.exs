defmodule Syntax do
  def total(lines) do
    Enum.map(lines, fn line -> line.price end
  end
end

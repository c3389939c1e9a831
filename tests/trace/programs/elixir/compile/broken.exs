defmodule Broken do
  def total(lines) do
    Enum.sum(linse)
  end
end

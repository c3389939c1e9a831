defmodule Broken do
  use GenServer

  def init(_), do: raise(ArgumentError, "no settings for the server")
end

{:ok, _pid} = GenServer.start(Broken, [])

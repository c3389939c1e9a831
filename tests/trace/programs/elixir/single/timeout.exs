defmodule Slow do
  use GenServer
  def init(_), do: {:ok, nil}
  def handle_call(:wait, _from, state), do: Process.sleep(300) && {:reply, :ok, state}
end

{:ok, slow} = GenServer.start_link(Slow, nil)
GenServer.call(slow, :wait, 20)

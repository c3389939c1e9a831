defmodule Counter do
  use GenServer

  def init(value), do: {:ok, value}

  def handle_call({:divide, by}, _from, value) do
    {:reply, div(value, by), value}
  end
end

Process.flag(:trap_exit, true)
{:ok, counter} = GenServer.start_link(Counter, 10)
GenServer.call(counter, {:divide, 0})

defmodule Worker do
  def run(image), do: raise("cannot resize #{image}")
end

spawn(Worker, :run, ["notes.txt"])
Process.sleep(100)

defmodule Settings do
  def port(text) do
    {port, ""} = Integer.parse(text)
    port
  end
end

IO.puts(Settings.port("80a") + 1)

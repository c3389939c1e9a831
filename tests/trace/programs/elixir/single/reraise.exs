defmodule Import do
  def file(path) do
    File.read!(path)
  rescue
    error in File.Error -> reraise RuntimeError, [message: "import failed: #{Exception.message(error)}"], __STACKTRACE__
  end
end

Import.file("prices.csv")

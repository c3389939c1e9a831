require_relative 'parser'

module Shop
  class ImportError < StandardError; end

  class Importer
    def initialize(path)
      @path = path
    end

    def run
      rows.each { |row| puts row }
    rescue KeyError
      raise ImportError, "could not import #{@path}"
    end

    private

    def rows
      ["pen;1.5\nink"].map { |text| Parser.parse(text) }
    end
  end
end

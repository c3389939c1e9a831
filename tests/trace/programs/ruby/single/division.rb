class Mean
  def self.of(*values) = values.sum / values.size
end

p Mean.of

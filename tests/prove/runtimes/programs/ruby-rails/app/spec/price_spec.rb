require "active_support/all"

RSpec.describe "a price" do
  it "has a currency" do
    expect(2.days.to_i.fetch(:currency)).to eq("EUR")
  end
end

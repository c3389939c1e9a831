require "minitest/autorun"
require_relative "../parcel"

class ParcelTest < Minitest::Test
  def test_says_when_a_parcel_arrives
    answer = { "parcel" => "7", "tracking" => { "day" => "Friday" } }
    assert_equal "7 arrives on Friday", arrival(answer)
  end

  def test_says_why_a_parcel_is_not_tracked
    answer = { "parcel" => "8", "error" => "not handed in yet" }
    assert_equal "8 is not handed in yet", arrival(answer)
  end

  def test_names_the_key_that_an_unknown_answer_lacks
    error = assert_raises(KeyError) { arrival({ "parcel" => "9" }) }
    assert_equal "error", error.key
  end
end

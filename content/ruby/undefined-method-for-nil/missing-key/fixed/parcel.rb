# When a parcel arrives, from the carrier's answer.
def arrival(answer)
  tracking = answer["tracking"]
  return "#{answer["parcel"]} is #{answer.fetch("error")}" unless tracking

  "#{answer["parcel"]} arrives on #{tracking.fetch("day")}"
end

# When a parcel arrives, from the carrier's answer.
def arrival(answer)
  "#{answer["parcel"]} arrives on #{answer["tracking"]["day"]}"
end

$stdout.sync = true # so that results and errors come in their order
require "json"
require_relative "parcel"

answers = File.readlines("carrier.jsonl").map { |line| JSON.parse(line) }
answers.each { |answer| puts arrival(answer) }

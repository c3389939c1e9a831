module example.org/race

go 1.21

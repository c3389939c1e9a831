module example.com/greeting

go 1.24

toolchain go1.24.6

module Main where

total :: [Int] -> Int
total items = sum items ++ "EUR"

main :: IO ()
main = print (total "pen")

module Main where

main :: IO ()
main = print (total [1, 2])

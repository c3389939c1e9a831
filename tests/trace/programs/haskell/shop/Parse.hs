module Main where

main :: IO ()
main = do
  let total = (1 + 2
  print total

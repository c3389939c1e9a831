module Main where

import GHC.Stack (HasCallStack)

priceOf :: HasCallStack => String -> Int
priceOf "pen" = 2
priceOf name = error ("no price for " ++ name)

main :: IO ()
main = print (sum (map priceOf ["pen", "ink"]))

module Main where

import Shop.Cart (total)

main :: IO ()
main = print total

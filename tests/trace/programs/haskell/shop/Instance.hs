module Main where

data Cart = Cart Int

main :: IO ()
main = print (Cart 3)

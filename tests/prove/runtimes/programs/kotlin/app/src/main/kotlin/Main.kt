fun main() {
    val prices = mapOf("apple" to 2)
    println(prices["pear"]!!)
}

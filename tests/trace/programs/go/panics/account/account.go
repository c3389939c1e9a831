// Package account knows who owns what.
package account

// Account of a customer.
type Account struct{ Owner string }

// OwnerName finds the owner of an account.
func OwnerName(accounts map[string]*Account, number string) string {
	return accounts[number].Owner
}

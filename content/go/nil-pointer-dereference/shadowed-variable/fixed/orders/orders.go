package orders

import (
	"database/sql"

	_ "github.com/lib/pq"
)

var db *sql.DB

// Connect opens the database that the functions of this package use.
func Connect(url string) error {
	var err error
	db, err = sql.Open("postgres", url)
	if err != nil {
		return err
	}
	_, err = db.Exec("create table if not exists orders (article text, packed timestamp)")
	return err
}

// Add stores an order that is to be packed.
func Add(article string) error {
	_, err := db.Exec("insert into orders (article) values ($1)", article)
	return err
}

// Waiting counts the orders that nobody has packed yet.
func Waiting() (count int, err error) {
	err = db.QueryRow("select count(*) from orders where packed is null").Scan(&count)
	return count, err
}

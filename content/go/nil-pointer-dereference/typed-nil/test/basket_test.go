package test

import (
	"errors"
	"testing"

	"shop/basket"
)

func TestAcceptsAnOrderWithoutProblems(t *testing.T) {
	if err := basket.Check(map[string]int{"kettle": 1}); err != nil {
		t.Errorf("the error is not nil, although it holds nothing: %v", err)
	}
}

func TestNamesTheArticleOfWhichTooManyAreOrdered(t *testing.T) {
	var problem *basket.OrderError
	err := basket.Check(map[string]int{"lamp": 11})
	if !errors.As(err, &problem) || problem.Article != "lamp" {
		t.Errorf("got %v, want a problem with the lamp", err)
	}
}

package images

import (
	"strings"
	"sync"
	"sync/atomic"
)

// Shrink makes small copies of the images among the files, and says of how many.
func Shrink(files []string) int {
	var group sync.WaitGroup
	var count atomic.Int32
	for _, file := range files {
		group.Add(1)
		go func() {
			if !strings.HasSuffix(file, ".png") {
				return
			}
			count.Add(1)
			group.Done()
		}()
	}
	group.Wait()
	return int(count.Load())
}

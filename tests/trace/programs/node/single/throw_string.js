function open(door) {
  if (door === 'red') throw 'the red door is locked';
}

open('red');

task = Task.async(fn -> String.to_integer("12a") end)
Task.await(task)

spawn_link(fn -> hd([]) end)
Process.sleep(100)
